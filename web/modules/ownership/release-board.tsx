import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Release } from '#domain/ownership/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useReleases } from './api.ts';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import { useOutlookText } from './outlook-text.ts';
import { PersonLink } from './person-link.tsx';
import type { ReleaseFilter } from './release-filter.ts';
import { ownershipWords } from './words.ts';
import './ownership.css';

type Filter = z.output<typeof ReleaseFilter>;

interface ReleaseBoardProps {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  colleagues: readonly Colleague[];
}

/** What waits for a decision, with its evidence: one or many are decided at once. */
export function ReleaseBoard({ filter, onChange, colleagues }: ReleaseBoardProps) {
  const say = useWords(ownershipWords);
  const asked = useReleases(filter);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<Decision | null>(null);
  const isOpen = filter.state === 'open';
  const items = asked.data?.items ?? [];
  const stands = items.filter(({ fallsBecause }) => fallsBecause === null);
  const ids = stands.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((each) => each !== id)));
  const columns = useColumns(isOpen, chosen, choose);

  return (
    <>
      {isOpen && items.length > 0 && (
        <div className="line decide-bar">
          <Checkbox
            checked={ids.length > 0 && ids.length === stands.length}
            indeterminate={ids.length > 0 && ids.length < stands.length}
            disabled={stands.length === 0}
            onChange={({ target }) => setChosen(new Set(target.checked ? stands.map(({ id }) => id) : []))}
          >
            {say('select.all')}
          </Checkbox>
          <span className="soft">
            {ids.length === 0 ? say('selected.none') : say('selected', { count: ids.length })}
          </span>
          {(['pool', 'give', 'keep'] as const).map((each) => (
            <Button
              key={each}
              type={each === 'pool' ? 'primary' : 'default'}
              disabled={ids.length === 0}
              onClick={() => setDecision(each)}
            >
              {say(each)}
            </Button>
          ))}
        </div>
      )}
      <DataTable
        label={say('releases')}
        columns={columns}
        rows={asked.data?.items}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        refreshing={asked.isPlaceholderData}
        wrapsFrom={860}
        empty={<EmptyState text={say(isOpen ? 'releases.none' : 'releases.none.decided')} />}
        paging={{
          page: filter.page,
          pageSize: filter.pageSize,
          total: asked.data?.total ?? 0,
          onChange: (page, pageSize) => onChange({ page, pageSize }),
        }}
      />
      {decision && (
        <DecideDialog
          decision={decision}
          ids={ids}
          colleagues={colleagues}
          onClose={() => setDecision(null)}
          onDone={() => setChosen(new Set())}
        />
      )}
    </>
  );
}

function useColumns(
  isOpen: boolean,
  chosen: ReadonlySet<string>,
  choose: (id: string, isChosen: boolean) => void,
): Column<Release>[] {
  const say = useWords(ownershipWords);
  const dates = useDates();
  const text = useOutlookText();
  const what: Column<Release>[] = [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: (row) => (
        <span className="line owned-person">
          {isOpen && (
            <Checkbox
              aria-label={say('select', { name: row.customer.name })}
              checked={chosen.has(row.id) && row.fallsBecause === null}
              disabled={row.fallsBecause !== null}
              onChange={({ target }) => choose(row.id, target.checked)}
            />
          )}
          <PersonLink {...row} />
        </span>
      ),
    },
    {
      key: 'owner',
      title: say('owner'),
      show: ({ ownerName, kind }) => (
        <>
          {ownerName} <span className="soft">{say(`kind.${kind}`)}</span>
        </>
      ),
    },
    {
      key: 'why',
      title: say('why'),
      show: (row) => (
        <>
          {text.why(row)}
          <br />
          <span className="soft">{text.facts(row)}</span>
        </>
      ),
    },
  ];
  if (isOpen)
    return [
      ...what,
      { key: 'decidedIn', title: say('decidedIn'), show: ({ decidedIn }) => say(`decider.${decidedIn}`) },
      {
        key: 'stands',
        title: say('when'),
        show: ({ fallsBecause, releasesOn }) =>
          fallsBecause === null ? (
            <span className="soft nowrap">{dates.day(releasesOn)}</span>
          ) : (
            <StatusTag meaning="neutral">
              {say('nowFalls', { reason: say(`falls.${fallsBecause}`) })}
            </StatusTag>
          ),
      },
    ];
  return [
    ...what,
    { key: 'state', title: say('state'), show: (row) => <Outcome release={row} /> },
    { key: 'reason', title: say('reason'), show: ({ reason }) => reason },
    {
      key: 'decidedBy',
      title: say('decidedBy'),
      show: ({ decidedByName, decidedAt }) =>
        decidedAt && say('byAt', { name: decidedByName ?? '', at: dates.shortDateTime(decidedAt) }),
    },
  ];
}

function Outcome({ release: { state, givenToName, keptUntil, fallsBecause } }: { release: Release }) {
  const say = useWords(ownershipWords);
  const dates = useDates();
  switch (state) {
    case 'given':
      return say('state.given', { name: givenToName ?? '–' });
    case 'kept':
      return say('state.kept', { until: keptUntil === null ? '–' : dates.day(keptUntil) });
    case 'withdrawn':
      return say('state.withdrawn', { reason: fallsBecause === null ? '–' : say(`falls.${fallsBecause}`) });
    case 'open':
    case 'released':
      return say(`state.${state}`);
  }
}
