import type { Instant, TimeZone } from '#domain/base/time.ts';
import { promisedAt } from '#domain/redflags/promise.ts';
import { mostUrgent } from '#domain/redflags/urgency.ts';
import type { Urgency } from '#domain/redflags/urgency.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { redFlagRules } from './get-rules.ts';
import { insertFlag, lockFlag, updateFlagEnded } from './store.ts';

interface Raised {
  followupId: string;
  customerId: string;
  clinicId: string;
  callId: string;
  /** At least one. */
  signs: readonly { zh: string; en: string; urgency: Urgency }[];
  notes: string | null;
  doctorId: string | null;
  zone: TimeZone;
}

/** Warning signs heard in a call become a doctor's task (idea 7); gives when the customer was promised a call. */
export async function raiseRedFlag(ctx: TransactionContext, raised: Raised): Promise<Instant> {
  const { followupId, customerId, clinicId, callId, signs, notes, doctorId, zone } = raised;
  const { rules } = await redFlagRules(ctx);
  const urgency = mostUrgent(signs.map((sign) => sign.urgency)) ?? 'soon';
  const promised = promisedAt(urgency, ctx.now, rules, zone);
  const id = newId();
  await insertFlag(ctx, {
    id,
    customer_id: customerId,
    clinic_id: clinicId,
    followup_id: followupId,
    call_id: callId,
    signs: signs.map(({ zh, en }) => ({ zh, en })),
    urgency,
    notes,
    promised_at: promised,
    doctor_id: doctorId,
  });
  await recordAudit(ctx, { action: 'red-flag.raised', subject: { type: 'red-flag', id }, reason: callId });
  await announce(ctx, { type: 'red-flag.raised', followupId, customerId, callId, flag: id, at: ctx.now });
  return promised;
}

/** The call was a slip, and so was its warning; throws Conflict `changed-since` where a doctor has answered already. */
export async function withdrawRedFlag(ctx: TransactionContext, callId: string): Promise<void> {
  const flag = await lockFlag(ctx, { callId });
  if (!flag) return;
  if (flag.state !== 'open') throw new Conflict('changed-since');
  await updateFlagEnded(ctx, flag.id, { state: 'withdrawn' });
  await recordAudit(ctx, { action: 'red-flag.withdrawn', subject: { type: 'red-flag', id: flag.id } });
}
