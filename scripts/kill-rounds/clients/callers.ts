import { randomUUID } from 'node:crypto';
import type { CallSheet, RecordCall, Worklist } from '#domain/followups/contract.ts';
import { addHours } from '#domain/base/time.ts';
import type { Dice } from '#server/demo/dice.ts';
import type { Client } from './client.ts';
import type { Asked } from './history.ts';

/** Some of the day's list, as the supervisor sees it. */
export function readList(client: Client, page = 1): Promise<Worklist> {
  return client.read<Worklist>(`/followups/today?scope=all&pageSize=200&page=${page}`);
}

/**
 * Somebody who works through the day's list until the server is gone: opens a call sheet, hears, records. All begin
 * with the same list, each somewhere else in it.
 */
export async function callUntil(
  isOver: () => boolean,
  client: Client,
  list: Worklist,
  dice: Dice,
): Promise<void> {
  for (let part = list; !isOver(); part = await readList(client, dice.whole(1, 3))) {
    for (const row of shuffled(part.items, dice)) {
      if (isOver()) return;
      await callOne(client, row.customer.id, part.now, dice);
    }
  }
}

async function callOne(client: Client, customerId: string, now: string, dice: Dice): Promise<void> {
  const sheet = await client.read<CallSheet>(`/followups/call-sheet?customerId=${customerId}`);
  const owed = sheet.followups.filter((followup) => followup.opensAt <= now);
  // One call for all that is owed, or for the first of it.
  const chosen = dice.happens(1 / 4) ? owed.slice(0, 1) : owed;
  if (chosen.length === 0) return;
  const asked = callOf(customerId, chosen, now, dice);
  const writes = [client.write(asked)];
  // Pressed twice; and a colleague who has the same customer on the line.
  if (dice.happens(1 / 6)) writes.push(client.write(asked));
  if (dice.happens(1 / 6)) writes.push(client.write(callOf(customerId, chosen, now, dice)));
  await Promise.all(writes);
}

function callOf(customerId: string, followups: CallSheet['followups'], now: string, dice: Dice): Asked {
  const key = randomUUID();
  const result = dice.pick([
    'reached',
    'reached',
    'no_answer',
    'call_back',
    'refused',
    'wrong_number',
  ] as const);
  const wasReached = result === 'reached';
  const body: RecordCall = {
    customerId,
    result,
    channel: dice.pick(['phone', 'wechat'] as const),
    durationSeconds: dice.whole(0, 600),
    followups: followups.map(({ id, version }) => ({
      followupId: id,
      version,
      // A score under 8 owes the customer a supervisor's call, which is planned after the call is on record.
      score: wasReached ? dice.whole(4, 10) : null,
      notes: `${dice.pick(['恢复得好，\n没有不舒服 😀', `"fine", it's 100% ok`, `'; drop table attempts; --`])} ${key}`,
    })),
    problem: wasReached && dice.happens(1 / 3) ? '等候太久' : null,
    actionPlan: wasReached && dice.happens(1 / 3) ? '下次提前安排' : null,
    nextAppointmentOn: wasReached && dice.happens(1 / 2) ? '2026-03-20' : null,
    callBackAt: result === 'call_back' ? addHours(now, dice.whole(2, 48)) : null,
    reason: result === 'refused' ? '不想再接电话' : null,
    refusesAllContact: false,
  };
  return { key, act: 'call', method: 'POST', path: '/followups/calls', body };
}

function shuffled<T>(all: readonly T[], dice: Dice): T[] {
  return all
    .map((one) => ({ one, place: dice.roll() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
