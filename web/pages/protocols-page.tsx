import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { protocolFits, useProtocols } from '#web/modules/protocols/api.ts';
import { NewProtocol } from '#web/modules/protocols/new-protocol.tsx';
import { ProtocolCard } from '#web/modules/protocols/protocol-card.tsx';
import { protocolWords } from '#web/modules/protocols/words.ts';
import { Page } from '#web/ui/page.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

const Filter = z.object({ search: z.string().max(80).default('') });

export function ProtocolsPage() {
  const say = useWords(protocolWords);
  const wording = useWording();
  const protocols = useProtocols();
  const [{ search }, setFilter] = useUrlFilters(Filter);

  return (
    <Page title={say('title')} about={say('about')} actions={<NewProtocol />}>
      <div className="filters" role="search">
        <SearchBox
          label={say('search')}
          value={search}
          onSearch={(search = '') => setFilter({ search })}
          style={{ width: 260 }}
        />
      </div>
      <Loaded of={protocols}>
        {({ items, newDrafts }) => {
          const fitting = items.filter((protocol) => protocolFits(protocol, search));
          if (fitting.length === 0) return <EmptyState text={say(items.length === 0 ? 'empty' : 'none')} />;
          return (
            <div className="rows">
              {newDrafts.map(({ code, name }) => (
                <section key={code} className="panel">
                  <Link to="/protocols/$code" params={{ code }}>
                    {wording(name)}
                  </Link>{' '}
                  <span className="soft">{say('drafts.new')}</span>
                </section>
              ))}
              {fitting.map((protocol) => (
                <ProtocolCard key={protocol.id} protocol={protocol} />
              ))}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
