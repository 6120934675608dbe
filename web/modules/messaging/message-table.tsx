import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Message } from '#domain/messaging/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useMessages } from './api.ts';
import { MessageActions } from './message-actions.tsx';
import type { MessageFilter } from './message-filter.ts';
import { MessageStateTag } from './message-state.tsx';
import { messagingWords } from './words.ts';

type Filter = z.output<typeof MessageFilter>;

interface MessageTableProps {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  /** The number to send to: masked, and shown for a reason. */
  showPhone: (customer: { id: string; phone: string | null; hasPhone: boolean }) => ReactNode;
}

export function MessageTable({ filter, onChange, showPhone }: MessageTableProps) {
  const say = useWords(messagingWords);
  const messages = useMessages(filter);
  const columns = useColumns(filter.list, showPhone);
  const isFiltered = filter.kind !== undefined || filter.channel !== undefined;

  return (
    <DataTable
      label={say(`list.${filter.list}`)}
      columns={columns}
      rows={messages.data?.items}
      error={messages.error}
      onRetry={() => void messages.refetch()}
      refreshing={messages.isPlaceholderData}
      wrapsFrom={900}
      empty={<EmptyState text={say(isFiltered ? 'none.filtered' : `none.${filter.list}`)} />}
      paging={{
        page: filter.page,
        pageSize: filter.pageSize,
        total: messages.data?.total ?? 0,
        onChange: (page, pageSize) => onChange({ page, pageSize }),
      }}
    />
  );
}

function useColumns(list: Filter['list'], showPhone: MessageTableProps['showPhone']): Column<Message>[] {
  const say = useWords(messagingWords);
  const wording = useWording();
  const dates = useDates();
  const now = useNow();
  const maySend = useMay('messages.send');
  const isForHands = list === 'by-hand' || list === 'in-doubt' || list === 'failed';
  const hasActions = list !== 'failed' && list !== 'over';
  const columns: Column<Message>[] = [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      width: 200,
      show: ({ customerId, customerName, customerNumber, phone, hasPhone }) => (
        <div>
          <Link to="/customers/$id" params={{ id: customerId }}>
            {customerName} <span className="soft">{customerNumber}</span>
          </Link>
          {isForHands && <div>{showPhone({ id: customerId, phone, hasPhone })}</div>}
        </div>
      ),
    },
    {
      key: 'what',
      title: say('what'),
      width: 130,
      show: ({ templateName, kind, channel }) => (
        <span>
          {wording(templateName)}
          <br />
          <span className="soft">
            {say(`kind.${kind}`)} · {say(`channel.${channel}`)}
          </span>
        </span>
      ),
    },
    { key: 'text', title: say('text'), show: ({ text }) => <span className="written">{text}</span> },
    {
      key: 'state',
      title: say('state'),
      width: 180,
      show: (message) => <MessageStateTag message={message} />,
    },
    {
      key: 'when',
      title: say('when'),
      width: 150,
      show: ({ dueAt, staleAt, sentAt, settledAt, settledByName, queuedByName, state }) => (
        <span className="soft">
          {sentAt || settledAt
            ? dates.shortDateTime((sentAt ?? settledAt)!)
            : say('due', { at: dates.shortDateTime(dueAt) })}
          {(settledByName ?? queuedByName) && <div>{settledByName ?? queuedByName}</div>}
          {(state === 'by_hand' || state === 'queued') && (
            <div>{staleAt < now ? say('is-stale') : say('stale', { at: dates.shortDateTime(staleAt) })}</div>
          )}
        </span>
      ),
    },
  ];
  if (!hasActions || !maySend) return columns;
  return [
    ...columns,
    { key: 'do', title: say('do'), show: (message) => <MessageActions message={message} /> },
  ];
}
