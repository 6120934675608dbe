import { z } from 'zod';
import { dayAt, instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { Board } from '#domain/reception/contract.ts';
import { stages } from '#domain/reception/stage.ts';
import { visitKinds } from '#domain/visits/visit.ts';
import { hearServerNow, serverNow } from '#web/lib/clock.ts';
import { lastContact } from '#web/lib/connection.ts';
import { drop, keep, readKept } from '#web/lib/local-database.ts';

/**
 * The day's list as the desk needs it without a server: who comes when to whom, and who is here. No phone, no
 * complaint, no warning, no grade: it lies unencrypted on the computer until sign-out or the end of the day.
 */
export const KeptList = z.object({
  staffId: z.string(),
  clinicId: z.string(),
  clinicName: z.string(),
  timezone: z.string(),
  day: z.string(),
  /** When the server was last heard, by its own clock, and how far this computer's is behind that. */
  heardAt: z.string(),
  behindMs: z.number(),
  /** When it was not heard any more. */
  lostAt: z.string().nullable(),
  people: z.array(
    z.object({
      id: z.string(),
      appointmentId: z.string().nullable(),
      isHere: z.boolean(),
      customerId: z.string(),
      customerName: z.string(),
      customerNumber: z.string(),
      kind: z.enum(visitKinds),
      doctorName: z.string().nullable(),
      stage: z.enum(stages),
      startsAt: z.string().nullable(),
    }),
  ),
});
export type KeptList = z.infer<typeof KeptList>;
export type KeptPerson = KeptList['people'][number];

interface Keeper {
  staffId: string;
  clinicName: string;
  isLost: boolean;
}

export function listOf(board: Board, { staffId, clinicName, isLost }: Keeper): KeptList {
  const { heardAt, lostAt } = lastContact();
  return {
    ...{ staffId, clinicName, clinicId: board.clinicId, timezone: board.timezone, day: board.day },
    ...{ heardAt: heardAt ?? board.now, lostAt: isLost ? lostAt : null },
    behindMs: millisecondsOf(serverNow()) - Date.now(),
    people: board.cards
      .map((card): KeptPerson => {
        const { id, appointmentId, visitId, customerId, customerName, customerNumber } = card;
        const { kind, doctorName, stage, startsAt } = card;
        return {
          ...{ id, appointmentId, isHere: visitId !== null, customerId, customerName, customerNumber },
          ...{ kind, doctorName, stage, startsAt },
        };
      })
      .sort((one, other) => (one.startsAt ?? '9999').localeCompare(other.startsAt ?? '9999')),
  };
}

export async function keepList(list: KeptList): Promise<void> {
  await keep('lists', list.clinicId, list).catch(() => undefined);
}

/** What can still be read without a server: today's lists. Those of days that are over are gone with this. */
export async function readLists(): Promise<KeptList[]> {
  const lists: KeptList[] = [];
  for (const kept of await readKept('lists')) {
    const read = KeptList.safeParse(kept);
    const list = read.success ? read.data : null;
    if (list && isOfToday(list)) lists.push(list);
    else await drop('lists', (kept as { clinicId: string }).clinicId).catch(() => undefined);
  }
  return lists.sort((one, other) => other.heardAt.localeCompare(one.heardAt));
}

/** By the server's clock, as this computer remembers it. */
function isOfToday({ day, timezone, behindMs }: KeptList): boolean {
  return dayAt(instantOf(Date.now() + behindMs), timezone) === day;
}

/** Lets the page know what time it is where no server says so. */
export function hearKeptClock({ behindMs }: KeptList): void {
  hearServerNow(instantOf(Date.now() + behindMs));
}
