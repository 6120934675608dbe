import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { Call } from './provider.ts';

export interface MessageFound {
  id: string;
  state: string;
  kind: string;
  reason: string | null;
  dueAt: Instant;
  customerId: string;
  causeId: string;
  templateKey: string;
}

export interface Found {
  planned: readonly string[];
  messages: readonly MessageFound[];
  calls: readonly Call[];
  receipts: { stored: number; distinct: number };
  now: Instant;
}

const over = new Set(['delivered', 'failed', 'stopped', 'dropped', 'sent_by_hand', 'accepted']);
const withPerson = new Set(['by_hand']);
const certainlyNot = new Set(['not-reached', 'throttled', 'refused']);
const windowMinutes: Record<string, number> = { 'wechat-official': 10, 'wecom-app': 30 };

/** What was promised and is not so, by guarantee; it reads the provider's log and the database and nothing else. */
export function violations({ planned, messages, calls, receipts, now }: Found): string[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const found: string[] = [];
  for (const id of planned) {
    const message = byId.get(id);
    if (!message) found.push(`G1 ${id} is gone`);
    else if (isLost(message, now)) found.push(`G1 ${id} is ${message.state} since ${message.dueAt}`);
  }
  const callsOf = Map.groupBy(calls, ({ messageId }) => messageId);
  for (const [id, all] of callsOf) found.push(...ofCalls(id, all), ...ofState(id, all, byId.get(id)));
  if (receipts.stored !== receipts.distinct)
    found.push(`G5 ${receipts.stored} receipts kept of ${receipts.distinct}`);
  const wishes = new Set(messages.map((one) => [one.templateKey, one.customerId, one.causeId].join(' ')));
  if (wishes.size !== messages.length) found.push(`G6 ${messages.length} messages for ${wishes.size} wishes`);
  return found;
}

function isLost({ state, kind, dueAt, reason }: MessageFound, now: Instant): boolean {
  if (over.has(state) || withPerson.has(state)) return false;
  // G3: an offer nobody knows of was let go by now; care lies before a person.
  if (state === 'unknown') return kind === 'marketing' || reason !== 'to-person';
  return state !== 'queued' || addMinutes(dueAt, 5) < now;
}

function ofCalls(id: string, calls: readonly Call[]): string[] {
  const found: string[] = [];
  let maybeTakenAt: Instant | null = null;
  for (const { accountKind, at, told } of calls) {
    if (maybeTakenAt !== null) {
      const minutes = windowMinutes[accountKind] ?? 0;
      if (minutes === 0) found.push(`G2 ${id} was called again at ${at}, maybe taken at ${maybeTakenAt}`);
      else if (addMinutes(maybeTakenAt, minutes) <= at)
        found.push(`G4 ${id} was repeated at ${at}, out of the window`);
    }
    if (!certainlyNot.has(told)) maybeTakenAt ??= at;
  }
  const taken = calls.filter((call) => call.taken && !call.wasTwin).length;
  if (taken > 1) found.push(`G2 ${id} was taken ${taken} times`);
  return found;
}

/** What the provider took is never told to be refused or kept back; what it never took never arrived. */
function ofState(id: string, calls: readonly Call[], message: MessageFound | undefined): string[] {
  if (!message) return [`G1 ${id} was sent and is not in the books`];
  const wasTaken = calls.some(({ taken }) => taken);
  if (message.state === 'delivered' && !wasTaken) return [`G3 ${id} arrived without being sent`];
  if (message.state === 'stopped' && wasTaken) return [`G3 ${id} was sent and stands as kept back`];
  return [];
}
