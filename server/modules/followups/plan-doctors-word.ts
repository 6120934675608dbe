import { dayAt } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { Verdict } from '#domain/redflags/contract.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { findRedFlag } from '../redflags/find-red-flags.ts';
import { planReminder } from './create-reminder.ts';
import { selectZones } from './planning-store.ts';
import { selectFollowups, staffIsActive } from './store.ts';

const opening: Record<Verdict, string> = {
  fine: '请转告客户：医生看过，可以放心',
  watch: '请转告客户：医生请您继续观察',
  come_in: '请约客户来院：医生要当面看',
};
const longestMatter = 300;

/**
 * What a doctor answered reaches the customer: whoever heard the warning sign passes it on the same day, and makes the
 * appointment where the doctor wants to see the customer.
 */
export async function planDoctorsWord(
  ctx: TransactionContext,
  event: EventOf<'red-flag.answered'>,
): Promise<void> {
  const flag = await findRedFlag(ctx, event.flag);
  if (!flag || (flag.toldCustomer && event.verdict !== 'come_in')) return;
  // Told twice, it is planned once.
  const id = derivedId('doctors-word', event.flag);
  if ((await selectFollowups(ctx, { ids: [id] })).length > 0) return;
  const { customerId, clinicId, raisedById } = flag;
  const holds = raisedById !== null && (await staffIsActive(ctx, raisedById));
  const zone = (await selectZones(ctx)).get(clinicId) ?? ctx.zone;
  const said = [opening[event.verdict], flag.words, flag.advice].filter((each) => each !== null);
  const matter = said.join('。').replaceAll(/\s+/g, ' ').slice(0, longestMatter);
  const isPlanned = await planReminder(ctx, {
    ...{ id, customerId, clinicId, matter },
    assigneeId: holds ? raisedById : null,
    dueOn: dayAt(ctx.now, zone),
  });
  if (isPlanned)
    await recordAudit(ctx, { action: 'followup.reminder-set', subject: { type: 'followup', id } });
}
