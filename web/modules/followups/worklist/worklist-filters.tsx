import { Segmented, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useMay } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { Select } from '#web/ui/select.tsx';
import type { Today } from '../today.ts';
import { MoreFilters, type ClassOption } from './more-filters.tsx';
import { followupsWords } from '../words.ts';

interface WorklistFiltersProps {
  today: Today;
  colleagues: readonly Colleague[];
  classes: readonly ClassOption[];
  searchBox: Ref<InputRef>;
}

export function WorklistFilters({ today, colleagues, classes, searchBox }: WorklistFiltersProps) {
  const say = useWords(followupsWords);
  const wording = useWording();
  const count = useNumber();
  const maySupervise = useMay('followups.supervise');
  const { scope, filter, change, protocols } = today;
  const scopes = maySupervise ? (['mine', 'team', 'all'] as const) : (['mine', 'team'] as const);
  const nameOf = (code: unknown) => protocols.find((protocol) => protocol.code === code)?.name;

  return (
    <div className="worklist-filters" role="search">
      <div className="pair">
        <SearchBox
          ref={searchBox}
          label={say('search')}
          hint={<kbd className="wide-only">/</kbd>}
          value={filter.search}
          onSearch={(search) => change({ search })}
        />
        <Segmented
          aria-label={say('scope')}
          value={scope}
          options={scopes.map((value) => ({ value, label: say(`scope.${value}`) }))}
          onChange={(next) => change({ scope: next, ...(next !== 'all' && { holder: undefined }) })}
        />
      </div>
      <div className="pair">
        <Select
          allowClear
          aria-label={say('protocol')}
          placeholder={say('protocol.any')}
          popupMatchSelectWidth={false}
          value={filter.protocol}
          options={protocols.map(({ code, name, customers }) => ({
            value: code,
            label: (
              <span className="counted">
                {wording(name)} <span className="soft">{say('customers', { count: count(customers) })}</span>
              </span>
            ),
          }))}
          labelRender={({ value }) => {
            const name = nameOf(value);
            return name ? wording(name) : value;
          }}
          onChange={(protocol) => change({ protocol })}
        />
        {scope === 'all' && (
          <PersonSelect
            allowClear
            aria-label={say('holder')}
            placeholder={say('holder.any')}
            people={colleagues}
            value={filter.holder ?? null}
            onChange={(holder) => change({ holder })}
          />
        )}
        <MoreFilters today={today} colleagues={colleagues} classes={classes} />
      </div>
    </div>
  );
}
