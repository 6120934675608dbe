import { Link } from '@tanstack/react-router';
import type { CardRow } from '#domain/recoverycards/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useCards } from './api.ts';
import { recoveryCardWords } from './words.ts';

const shownWords = 3;

/** Every recovery card: what it is for, which one is in use, and what waits for a doctor. */
export function CardTable() {
  const say = useWords(recoveryCardWords);
  const wording = useWording();
  const dates = useDates();
  const cards = useCards();
  const columns: Column<CardRow & { id: string }>[] = [
    {
      key: 'name',
      title: say('name'),
      leads: true,
      show: ({ code, name }) => (
        <Link to="/recovery-cards/$code" params={{ code }}>
          {wording(name)}
        </Link>
      ),
    },
    { key: 'procedure', title: say('procedure'), show: (card) => <Procedure card={card} /> },
    {
      key: 'inUse',
      title: say('inUse'),
      show: ({ version, approvedAt, approvedByName }) =>
        approvedAt
          ? say('inUse.approved', { name: approvedByName ?? '–', at: dates.dateTime(approvedAt) })
          : say(version === null ? 'inUse.none' : 'inUse.shipped'),
    },
    {
      key: 'state',
      title: say('state'),
      show: ({ waitsSince, approvedAt }) =>
        waitsSince ? (
          <StatusTag meaning="soon">{say('state.waits')}</StatusTag>
        ) : approvedAt ? (
          <StatusTag meaning="done">{say('state.approved')}</StatusTag>
        ) : (
          <StatusTag meaning="risk">{say('state.toApprove')}</StatusTag>
        ),
    },
  ];
  return (
    <DataTable
      label={say('title')}
      wrapsFrom={800}
      columns={columns}
      rows={cards.data?.items.map((row) => ({ ...row, id: row.code }))}
      error={cards.error}
      onRetry={() => void cards.refetch()}
      empty={<EmptyState text={say('empty')} />}
    />
  );
}

function Procedure({ card: { procedure } }: { card: CardRow }) {
  const say = useWords(recoveryCardWords);
  const sayClinic = useWords(clinicWords);
  const listed = useListed();
  const kind = listed(procedure.categories.map((category) => sayClinic(`treatment.${category}`)));
  if (procedure.words.length === 0) return say('procedure.any', { kind });
  const more = procedure.words.length > shownWords ? '…' : '';
  return say('procedure.words', { kind, words: listed(procedure.words.slice(0, shownWords)) + more });
}
