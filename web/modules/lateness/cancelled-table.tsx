import { Link } from '@tanstack/react-router';
import { Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import type { CancelledEntry } from '#domain/lateness/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useReviewCancellation } from './api.ts';
import { latenessWords } from './words.ts';

type Row = CancelledEntry & { id: string };
const meaningOf = {
  'not-yet': 'neutral',
  due: 'soon',
  overdue: 'overdue',
  'in-time': 'done',
  'too-late': 'risk',
} as const;

/** Who cancelled on the day, whether they were called, and what the supervisor says. */
export function CancelledTable({ entries, clinicId }: { entries: CancelledEntry[]; clinicId: string }) {
  const say = useWords(latenessWords);
  const dates = useDates(clinicId);
  const columns: Column<Row>[] = [
    {
      key: 'customer',
      title: '',
      leads: true,
      show: ({ appointment: { customerId, customerName, visitKind } }) => (
        <span className="nowrap">
          <Link to="/customers/$id" params={{ id: customerId }}>
            {customerName}
          </Link>{' '}
          <span className="soft">{say(visitKind)}</span>
        </span>
      ),
    },
    {
      key: 'what',
      title: '',
      show: ({ appointment: { cancelledAt, startsAt, cancelledFor, cancelReason } }) => (
        <>
          {say('cancelled.at', { at: dates.time(cancelledAt!), startsAt: dates.shortDateTime(startsAt) })}
          <div className="soft">
            {say(`for.${cancelledFor ?? 'customer'}`)} · {cancelReason}
          </div>
        </>
      ),
    },
    {
      key: 'contact',
      title: '',
      show: ({ rebookedFor, contactState, contactBy, contactedAt }) =>
        rebookedFor ? (
          <StatusTag meaning="done">{say('rebooked', { at: dates.shortDateTime(rebookedFor) })}</StatusTag>
        ) : (
          <StatusTag meaning={meaningOf[contactState]}>
            {say(`contact.${contactState}`, { at: dates.time(contactedAt ?? contactBy) })}
          </StatusTag>
        ),
    },
    { key: 'review', title: '', show: (row) => <Review row={row} clinicId={clinicId} /> },
  ];
  return (
    <DataTable
      label={say('cancelled', { count: entries.length })}
      columns={columns}
      rows={entries.map((entry) => ({ ...entry, id: entry.appointment.id }))}
      wrapsFrom={900}
      empty={<EmptyState text={say('cancelled.none')} />}
    />
  );
}

function Review({ row: { id, review }, clinicId }: { row: Row; clinicId: string }) {
  const say = useWords(latenessWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const maySee = useMay('followups.supervise');
  const save = useReviewCancellation();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  if (review)
    return (
      <>
        {say('reviewed', { by: review.seenByName ?? '–', at: dates.shortDateTime(review.seenAt) })}
        {review.note && <div>{review.note}</div>}
      </>
    );
  if (!maySee) return '–';
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="left"
      content={
        <Space.Compact>
          <Input
            aria-label={say('review.note')}
            placeholder={say('review.note')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() =>
              save.mutate(
                { id, note: note.trim() || null },
                {
                  onSuccess: () => {
                    setOpen(false);
                    tell.done(say('review.done'));
                  },
                  onError: tell.failed,
                },
              )
            }
          >
            {say('review')}
          </Button>
        </Space.Compact>
      }
    >
      <Button size="small">{say('review')}</Button>
    </Popover>
  );
}
