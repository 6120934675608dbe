import { Checkbox } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Unfinished } from '#domain/followups/contract.ts';
import { missedBecause } from '#domain/followups/missed-because.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useClinicName, useMe } from '#web/lib/me.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { followupsWords } from '../words.ts';
import { StateOf } from './state-of.tsx';
import type { UnfinishedFilter } from './unfinished-filter.ts';

export type UnfinishedRow = Unfinished['items'][number] & { id: string };
export type UnfinishedDeed = 'assign' | 'end' | 'open';

interface UnfinishedTableProps {
  unfinished: Unfinished | undefined;
  error: unknown;
  onRetry: () => void;
  filter: UnfinishedFilter;
  onChange: (change: Partial<UnfinishedFilter>) => void;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
  onDeed: (deed: UnfinishedDeed, row: UnfinishedRow) => void;
}

export function UnfinishedTable(props: UnfinishedTableProps) {
  const { unfinished, error, onRetry, filter, onChange } = props;
  const say = useWords(followupsWords);
  const columns = useColumns(props);

  return (
    <DataTable
      label={say(`${filter.kind}.list`)}
      columns={columns}
      rows={unfinished?.items.map((row) => ({ ...row, id: row.followup.id }))}
      error={error}
      onRetry={onRetry}
      empty={<EmptyState text={say(`${filter.kind}.none`)} />}
      paging={
        unfinished && {
          page: filter.page,
          pageSize: filter.pageSize,
          total: unfinished.total,
          onChange: (page, pageSize) => onChange({ page, pageSize }),
        }
      }
    />
  );
}

function useColumns({ chosen, onChoose, onDeed }: UnfinishedTableProps): Column<UnfinishedRow>[] {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const sayFollowup = useWords(followupWords);
  const wording = useWording();
  const clinicName = useClinicName();
  const { clinics } = useMe();
  const dates = useDates();
  const now = useNow();

  return [
    {
      key: 'chosen',
      title: '',
      width: 40,
      show: ({ id, customerName, followup }) =>
        followup.state === 'open' && (
          <Checkbox
            aria-label={say('select.row', { name: customerName })}
            checked={chosen.has(id)}
            onChange={({ target }) => onChoose(id, target.checked)}
          />
        ),
    },
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customerName, customerNumber, followup }) => (
        <span className="line">
          <Link to="/customers/$id" params={{ id: followup.customerId }}>
            {customerName}
          </Link>
          <span className="soft">{customerNumber}</span>
        </span>
      ),
    },
    { key: 'state', title: say('state'), show: ({ followup }) => <StateOf followup={followup} now={now} /> },
    {
      key: 'what',
      title: say('what'),
      show: ({ followup }) => `${wording(followup.protocolName)} · ${wording(followup.stepName)}`,
    },
    {
      key: 'holder',
      title: say('holder'),
      show: ({ followup: { assigneeName, role } }) =>
        assigneeName ?? `${sayFollowup('nobody')} · ${sayClinic(`role.${role}`)}`,
    },
    {
      key: 'window',
      title: say('window'),
      show: ({ followup: { opensAt, closesAt } }) =>
        say('window.range', { from: dates.shortDateTime(opensAt), to: dates.shortDateTime(closesAt) }),
    },
    {
      key: 'why',
      title: say('missed.why'),
      show: ({ followup }) => say(`missed.${missedBecause(followup)}`, { count: followup.tries }),
    },
    ...(clinics.length > 1
      ? [
          {
            key: 'clinic',
            title: say('clinic'),
            show: ({ followup }: UnfinishedRow) => clinicName(followup.clinicId),
          },
        ]
      : []),
    {
      key: 'actions',
      title: '',
      show: (row) => (
        <RowActions
          label={say('row.actions', { name: row.customerName })}
          actions={(row.followup.state === 'open'
            ? (['assign', 'end', 'open'] as const)
            : (['open'] as const)
          ).map((deed) => ({
            key: deed,
            label: say(deed === 'open' ? 'open.customer' : deed),
            dangerous: deed === 'end',
            onDo: () => onDeed(deed, row),
          }))}
        />
      ),
    },
  ];
}
