import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Reply } from '#domain/messaging/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useReplies } from './api.ts';
import type { ReplyFilter } from './reply-filter.ts';
import { replyWords } from './reply-words.ts';

type Filter = z.output<typeof ReplyFilter>;

interface ReplyTableProps {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  /** What can be done with one that waits. */
  actions: (reply: Reply) => ReactNode;
}

export function ReplyTable({ filter, onChange, actions }: ReplyTableProps) {
  const say = useWords(replyWords);
  const replies = useReplies(filter);
  const columns = useColumns(filter.list, actions);
  return (
    <DataTable
      label={say(`list.${filter.list}`)}
      columns={columns}
      rows={replies.data?.items}
      error={replies.error}
      onRetry={() => void replies.refetch()}
      refreshing={replies.isPlaceholderData}
      wrapsFrom={900}
      empty={<EmptyState text={say(`none.${filter.list}`)} />}
      paging={{
        page: filter.page,
        pageSize: filter.pageSize,
        total: replies.data?.total ?? 0,
        onChange: (page, pageSize) => onChange({ page, pageSize }),
      }}
    />
  );
}

function useColumns(list: Filter['list'], actions: ReplyTableProps['actions']): Column<Reply>[] {
  const say = useWords(replyWords);
  const dates = useDates();
  const maySend = useMay('messages.send');
  const columns: Column<Reply>[] = [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      width: 190,
      show: ({ customerId, customerName, customerNumber, phone }) =>
        customerId === null || customerName === null ? (
          <span className="soft">{say('unknown')}</span>
        ) : (
          <Link to="/customers/$id" params={{ id: customerId }}>
            {customerName} <span className="soft">{customerNumber ?? phone}</span>
          </Link>
        ),
    },
    {
      key: 'said',
      title: say('said'),
      show: ({ text, isOptOut }) => (
        <span className="line">
          <span className="written">{text}</span>
          {isOptOut && <StatusTag meaning="risk">{say('optOut')}</StatusTag>}
        </span>
      ),
    },
    {
      key: 'to',
      title: say('to'),
      width: 320,
      show: ({ messageText }) => <span className="soft written">{messageText}</span>,
    },
    {
      key: 'when',
      title: say('when'),
      width: 120,
      show: ({ at }) => <span className="soft">{dates.shortDateTime(at)}</span>,
    },
  ];
  if (list !== 'open') {
    columns.push({
      key: 'done',
      title: say('done'),
      width: 190,
      show: ({ way, readAt, readByName }) =>
        way && (
          <span className="soft">
            {say(`way.${way}`)} · {readAt && dates.shortDateTime(readAt)}
            {readByName && ` · ${readByName}`}
          </span>
        ),
    });
  }
  if (list !== 'open' || !maySend) return columns;
  return [...columns, { key: 'do', title: say('do'), width: 260, show: actions }];
}
