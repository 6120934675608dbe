import { Badge, Button, Tabs } from 'antd';
import { messageLists, type MessageList } from '#domain/messaging/contract.ts';
import { messageChannels, messageKinds } from '#domain/messaging/template.ts';
import { useMay } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { PhoneNumber } from '#web/modules/customers/phone-number.tsx';
import { useMessageCounts, useReleaseMessages } from '#web/modules/messaging/api.ts';
import { MessageFilter } from '#web/modules/messaging/message-filter.ts';
import { MessageTable } from '#web/modules/messaging/message-table.tsx';
import { PauseButton, SendingState } from '#web/modules/messaging/sending-state.tsx';
import { messagingWords } from '#web/modules/messaging/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { Page } from '#web/ui/page.tsx';
import { Select } from '#web/ui/select.tsx';

const countOf: Partial<Record<MessageList, 'byHand' | 'inDoubt' | 'waiting' | 'failed' | 'quarantined'>> = {
  'by-hand': 'byHand',
  'in-doubt': 'inDoubt',
  waiting: 'waiting',
  failed: 'failed',
  quarantined: 'quarantined',
};
/** What somebody has to do something about. */
const asksForHands: readonly MessageList[] = ['by-hand', 'in-doubt', 'quarantined'];

/** What is to be sent by hand, what is in doubt, on its way, failed or kept back, and what is over. */
export function MessagesPage() {
  const say = useWords(messagingWords);
  const [filter, setFilter] = useUrlFilters(MessageFilter);
  const counts = useMessageCounts().data;
  const labelOf = (list: MessageList) => {
    const name = countOf[list];
    const count = name && counts ? counts[name] : 0;
    return (
      <span>
        {say(`list.${list}`)}{' '}
        <Badge
          count={count}
          overflowCount={999}
          color={asksForHands.includes(list) ? 'var(--accent)' : '#8b96a5'}
        />
      </span>
    );
  };
  const shown = messageLists.filter(
    (list) => list !== 'quarantined' || filter.list === list || (counts?.quarantined ?? 0) > 0,
  );

  return (
    <Page title={say('title')} about={say('about')} actions={<PauseButton />}>
      <SendingState />
      <Tabs
        activeKey={filter.list}
        onChange={(list) => setFilter({ list: list as MessageList, page: 1 })}
        items={shown.map((list) => ({ key: list, label: labelOf(list) }))}
      />
      <div className="filters">
        <Select
          allowClear
          style={{ minWidth: 130 }}
          placeholder={say('filter.kind')}
          aria-label={say('filter.kind')}
          value={filter.kind ?? null}
          onChange={(kind) => setFilter({ kind })}
          options={messageKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
        <Select
          allowClear
          style={{ minWidth: 130 }}
          placeholder={say('filter.channel')}
          aria-label={say('filter.channel')}
          value={filter.channel ?? null}
          onChange={(channel) => setFilter({ channel })}
          options={messageChannels.map((value) => ({ value, label: say(`channel.${value}`) }))}
        />
        {filter.list === 'quarantined' && <ReleaseAll count={counts?.quarantined ?? 0} />}
      </div>
      {filter.list !== 'over' && <p className="soft list-tip">{say(`tip.${filter.list}`)}</p>}
      <MessageTable
        filter={filter}
        onChange={setFilter}
        showPhone={(customer) => <PhoneNumber customer={customer} />}
      />
    </Page>
  );
}

function ReleaseAll({ count }: { count: number }) {
  const say = useWords(messagingWords);
  const mayManage = useMay('messages.manage');
  const confirm = useConfirm();
  const tell = useTell();
  const release = useReleaseMessages();
  if (!mayManage || count === 0) return null;
  return (
    <Button
      onClick={() =>
        void confirm({
          title: say('release.all.ask', { count }),
          text: say('release.all.text'),
          yes: say('release.all'),
          dangerous: true,
          onYes: async () => {
            await release.mutateAsync(null);
            tell.done(say('release.done'));
          },
        })
      }
    >
      {say('release.all')}
    </Button>
  );
}
