import { Link } from '@tanstack/react-router';
import type { TemplateRow } from '#domain/messaging/contract.ts';
import { messageKinds } from '#domain/messaging/template.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useTemplates } from './api.ts';
import { templateWords } from './template-words.ts';
import { messagingWords } from './words.ts';

type Row = TemplateRow & { id: string };

/** Every text by its kind, with what the kind means. */
export function TemplateTables() {
  const say = useWords(templateWords);
  const templates = useTemplates();
  const columns = useColumns();
  return (
    <Loaded of={templates}>
      {({ items }) => (
        <>
          {messageKinds.map((kind) => {
            const rows = items
              .filter(({ definition }) => definition.kind === kind)
              .map((row): Row => ({ ...row, id: row.key }));
            return (
              <section key={kind} className="template-group">
                <h2 className="part">{say(`group.${kind}`)}</h2>
                <p className="soft">{say(`group.${kind}.text`)}</p>
                {rows.length === 0 ? (
                  <p className="panel soft">{say(kind === 'marketing' ? 'none.marketing' : 'none')}</p>
                ) : (
                  <DataTable label={say(`group.${kind}`)} columns={columns} rows={rows} wrapsFrom={800} />
                )}
              </section>
            );
          })}
        </>
      )}
    </Loaded>
  );
}

function useColumns(): Column<Row>[] {
  const say = useWords(templateWords);
  const sayMessage = useWords(messagingWords);
  const wording = useWording();
  const dates = useDates();
  return [
    {
      key: 'name',
      title: say('name'),
      leads: true,
      width: 150,
      show: ({ key, definition }) => (
        <Link to="/message-templates/$key" params={{ key }}>
          {wording(definition.name)}
        </Link>
      ),
    },
    {
      key: 'text',
      title: say('text'),
      show: ({ definition }) => <span className="written">{definition.text}</span>,
    },
    {
      key: 'channels',
      title: say('channels'),
      width: 200,
      show: ({ definition }) =>
        definition.channels.map((channel) => sayMessage(`channel.${channel}`)).join(' → '),
    },
    {
      key: 'version',
      title: say('version'),
      width: 180,
      show: ({ version, publishedAt, publishedByName }) => (
        <span className="soft">
          {version === 0 ? say('shipped') : say('version.no', { version })}
          {publishedAt && ` · ${dates.dayOfInstant(publishedAt)}`}
          {publishedByName && ` · ${publishedByName}`}
        </span>
      ),
    },
  ];
}
