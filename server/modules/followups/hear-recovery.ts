import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Followup, RecordCall } from '#domain/followups/contract.ts';
import type { HeardSign } from '#domain/redflags/sign.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { recordRecovery } from '../recoverycards/record-recovery.ts';
import { hasOpenFlag } from '../redflags/find-red-flags.ts';
import { raiseRedFlag } from '../redflags/raise-red-flag.ts';
import { listVisits } from '../visits/list-visits.ts';

interface Recovery {
  call: RecordCall;
  callId: string;
  followups: readonly Followup[];
  /** Warning signs among the answers to the scripts. */
  signs: readonly HeardSign[];
  zone: TimeZone;
}

const askedFor: HeardSign = { zh: '请医生看一下', en: 'The doctor is asked to look', urgency: 'soon' };

/**
 * Keeps what was heard of a customer's recovery, and makes a doctor's task of the warning signs in it; gives when the
 * customer was promised a call. A doctor who hears one in their own call has answered it by what they found.
 */
export async function hearRecovery(ctx: TransactionContext, recovery: Recovery): Promise<Instant | null> {
  const { call, callId, followups, zone } = recovery;
  const { customerId, cards = [] } = call;
  if (cards.length === 0 && recovery.signs.length === 0) return null;
  const { items: visits } = await listVisits(ctx, { customerId });
  const hasOpen = await hasOpenFlag(ctx, customerId);
  const found = await recordRecovery(ctx, {
    ...{ callId, customerId, cards, visits, zone },
    otherSigns: recovery.signs.length,
    hasOpenFlag: hasOpen,
  });
  const heard = [...recovery.signs, ...found];
  const isForDoctor = cards.some(({ finding }) => finding === 'doctor');
  if (ctx.actor.treats && !isForDoctor) return null;
  if (heard.length === 0 && (!isForDoctor || hasOpen)) return null;
  const about = followups[0]!;
  return raiseRedFlag(ctx, {
    ...{ followupId: about.id, customerId, clinicId: about.clinicId, callId, zone },
    signs: heard.length === 0 ? [askedFor] : heard,
    notes: notesOf(call),
    doctorId: doctorOf(visits, cards[0]?.visitId),
  });
}

/** What the customer said, in the words that were written down. */
function notesOf({ problem, followups }: RecordCall): string | null {
  const notes = [problem, ...followups.map((heard) => heard.notes)].filter((each) => each !== null);
  return notes.length === 0 ? null : notes.join('\n').slice(0, 4000);
}

/** Who treated in that visit, or else in the last one. */
function doctorOf(visits: readonly Visit[], visitId: string | undefined): string | null {
  const about = visits.find(({ id }) => id === visitId) ?? visits.find(({ state }) => state === 'closed');
  return about?.treatments.find(({ doctorId }) => doctorId !== null)?.doctorId ?? null;
}
