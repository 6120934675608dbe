import { Badge, Button, Tabs } from 'antd';
import { useState } from 'react';
import { replyLists } from '#domain/messaging/contract.ts';
import type { ListReplies, Reply, ReplyWay } from '#domain/messaging/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { ReminderDrawer } from '#web/modules/followups/reminder-drawer.tsx';
import { useMessageCounts, useSettleReply } from '#web/modules/messaging/api.ts';
import { ReplyFilter } from '#web/modules/messaging/reply-filter.ts';
import { ReplyTable } from '#web/modules/messaging/reply-table.tsx';
import { replyWords } from '#web/modules/messaging/reply-words.ts';
import { SendingState } from '#web/modules/messaging/sending-state.tsx';
import { OpenCaseDrawer } from '#web/modules/recovery/case-drawers.tsx';
import { useStaff } from '#web/modules/staff/api.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { Page } from '#web/ui/page.tsx';

/** What customers answered, and what is made of it. */
export function MessageRepliesPage() {
  const say = useWords(replyWords);
  const tell = useTell();
  const [filter, setFilter] = useUrlFilters(ReplyFilter);
  const counts = useMessageCounts().data;
  const settle = useSettleReply();
  const [asked, setAsked] = useState<{ reply: Reply; way: 'followup' | 'case' } | null>(null);
  const done = (id: string, way: ReplyWay) =>
    settle.mutate({ id, way }, { onSuccess: () => tell.done(say('settled')), onError: tell.failed });

  return (
    <Page title={say('title')} about={say('about')}>
      <SendingState />
      <Tabs
        activeKey={filter.list}
        onChange={(list) => setFilter({ list: list as ListReplies['list'], page: 1 })}
        items={replyLists.map((list) => ({
          key: list,
          label: (
            <span>
              {say(`list.${list}`)}{' '}
              {list === 'open' && <Badge count={counts?.replies ?? 0} color="var(--accent)" />}
            </span>
          ),
        }))}
      />
      {filter.list === 'opt-out' && <p className="soft list-tip">{say('tip.opt-out')}</p>}
      <ReplyTable
        filter={filter}
        onChange={setFilter}
        actions={(reply) => (
          <ReplyActions
            reply={reply}
            onNothing={() => done(reply.id, 'nothing')}
            onAsk={(way) => setAsked({ reply, way })}
          />
        )}
      />
      {asked && <NextDrawer asked={asked} onDone={done} onClose={() => setAsked(null)} />}
    </Page>
  );
}

interface ReplyActionsProps {
  reply: Reply;
  onNothing: () => void;
  onAsk: (way: 'followup' | 'case') => void;
}

function ReplyActions({ reply, onNothing, onAsk }: ReplyActionsProps) {
  const say = useWords(replyWords);
  const mayPlan = useMay('followups.work');
  const mayOpen = useMay('recovery.work');
  const isKnown = reply.customerId !== null && reply.customerName !== null;
  return (
    <span className="line">
      {isKnown && mayPlan && (
        <Button size="small" onClick={() => onAsk('followup')}>
          {say('followup')}
        </Button>
      )}
      {isKnown && mayOpen && (
        <Button size="small" onClick={() => onAsk('case')}>
          {say('case')}
        </Button>
      )}
      <Button size="small" type="text" onClick={onNothing}>
        {say('nothing')}
      </Button>
    </span>
  );
}

interface NextDrawerProps {
  asked: { reply: Reply; way: 'followup' | 'case' };
  onDone: (id: string, way: ReplyWay) => void;
  onClose: () => void;
}

/** A followup for oneself or a colleague, or a case, with the customer's words in it. */
function NextDrawer({ asked: { reply, way }, onDone, onClose }: NextDrawerProps) {
  const say = useWords(replyWords);
  const colleagues = useStaff().data?.items ?? [];
  const customer = {
    id: reply.customerId ?? '',
    name: reply.customerName ?? '',
    clinicId: reply.clinicId ?? '',
  };
  const common = { customer, colleagues, open: true, onClose, onDone: () => onDone(reply.id, way) };
  if (way === 'case') return <OpenCaseDrawer {...common} words={reply.text} />;
  return <ReminderDrawer {...common} matter={say('matter', { text: reply.text }).slice(0, 300)} />;
}
