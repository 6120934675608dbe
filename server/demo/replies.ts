import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { ListReplies } from '#domain/messaging/contract.ts';
import type { ReplyWay } from '#domain/messaging/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { PastMessage } from '../modules/messaging/add-message-history.ts';
import { listReplies } from '../modules/messaging/list-replies.ts';
import { noteCallback } from '../modules/messaging/note-callback.ts';
import { settleReply } from '../modules/messaging/settle-reply.ts';
import { actingAs } from './acting-as.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { offerKey } from './channels.ts';
import type { Channels } from './channels.ts';

interface Said {
  text: string;
  /** What became of it; nobody has read it yet. */
  way?: ReplyWay;
}

/** What people answer, by the text they answer to; the newest message is answered by the last line. */
const answers: Readonly<Record<string, readonly Said[]>> = {
  'appointment-reminder': [
    { text: '好的，谢谢', way: 'nothing' },
    { text: '收到', way: 'nothing' },
    { text: '我可能晚到二十分钟', way: 'followup' },
    { text: '上次拔牙后疼了三天，打电话没人回，太失望了，我要投诉', way: 'case' },
    { text: '能改到周六上午吗？' },
    { text: '这是我爱人的号码，请发给她' },
    { text: '？？' },
  ],
  'appointment-booked': [
    { text: '要不要空腹？', way: 'followup' },
    { text: '1', way: 'nothing' },
    { text: '停车方便吗' },
    { text: '等了一个多小时没人管，态度还差，非常不满意' },
  ],
  [offerKey]: [
    { text: 'TD' },
    { text: '周末也可以吗', way: 'followup' },
    { text: '回T退订' },
    { text: '别再发了，谢谢' },
  ],
};
const fromNobody = { text: '请问你们周日上班吗', phone: '+8613900004444' };

/** What a customer may answer: the last that arrived of each of them, the newest first. */
function answerable(messages: readonly PastMessage[], templateKey: string): PastMessage[] {
  const last = new Map<string, PastMessage>();
  for (const message of messages) {
    const known = last.get(message.customer.phone);
    if (message.call && (!known?.call || known.call.at < message.call.at))
      last.set(message.customer.phone, message);
  }
  return [...last.values()]
    .filter((message) => message.templateKey === templateKey && message.call!.receipt?.arrived)
    .sort((a, b) => (a.call!.at < b.call!.at ? 1 : -1));
}

/** Customers answer to some of what they were sent: heard as from the provider, so that a no is one at once. */
export async function hearReplies(
  ctx: TransactionContext,
  chain: Chain,
  messages: readonly PastMessage[],
  { accountId, keys }: Channels,
): Promise<void> {
  const hear = async (from: string, text: string, at: Instant) => {
    const replies = [{ from, text, at, key: `${from} ${at}` }];
    await noteCallback({ ...ctx, now: at, realNow: at }, accountId, { receipts: [], replies }, keys);
  };
  for (const [templateKey, said] of Object.entries(answers)) {
    const asked = answerable(messages, templateKey);
    for (const [place, { text }] of said.entries()) {
      const message = asked[(said.length - 1 - place) * 3];
      const at = message && addMinutes(message.call!.at, 9 + 4 * place);
      if (at && at < ctx.now) await hear(message.customer.phone, text, at);
    }
  }
  await hear(fromNobody.phone, fromNobody.text, addMinutes(ctx.now, -190));
  await readReplies(ctx, chain);
}

/** What was simple is dealt with by now. */
async function readReplies(ctx: TransactionContext, chain: Chain): Promise<void> {
  const [agent] = colleaguesOf(chain, 'cs_agent', 0);
  if (!agent) return;
  const reading = actingAs(ctx, agent);
  const wayOf = new Map(Object.values(answers).flatMap((all) => all.map(({ text, way }) => [text, way])));
  const { items } = await listReplies(reading, ListReplies.parse({ page: 1, pageSize: 50 }));
  for (const reply of items) {
    const [way, now] = [wayOf.get(reply.text), addMinutes(reply.at, 35)];
    if (way && now < ctx.now) await settleReply({ ...reading, now }, { id: reply.id, way });
  }
}
