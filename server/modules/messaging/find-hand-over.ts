import { dayAt } from '#domain/base/time.ts';
import { ofAgeAt } from '#domain/consents/lapse.ts';
import { ageOf } from '#domain/customers/age.ts';
import { mayHandOver } from '#domain/messaging/may-send.ts';
import type { MessageKind } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findStanding } from '../consents/find-standing.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { findGuardianPhones } from '../records/find-guardian-phones.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';

/** Whether a colleague may be asked to send one of these customers a message of that kind at once, and to whom. */
export async function findHandOver(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<(customerId: string, kind: MessageKind) => ReturnType<typeof mayHandOver>> {
  const people = await findRecipients(ctx, customerIds);
  const stands = await findStanding(ctx, customerIds, people);
  const zones = await listClinicZones(ctx);
  const ages = new Map(
    [...people.values()].map((one) => [
      one.id,
      ageOf(one, dayAt(ctx.now, zones.get(one.clinicId) ?? ctx.zone)),
    ]),
  );
  const minors = [...ages].flatMap(([id, age]) => (age !== null && age < ofAgeAt ? [id] : []));
  const guardians = await findGuardianPhones(ctx, minors);
  return (id, kind) => {
    const { refusesContact, isFrozen, isGone, phone } = people.get(id)!;
    const marketing = stands(id, 'marketing', byHandIs);
    const care = stands(id, 'care', byHandIs);
    const guardian = guardians.get(id) ?? null;
    const age = ages.get(id) ?? null;
    return mayHandOver({
      kind,
      customer: { age, refusesContact, isFrozen, isGone, marketing, care, guardian, own: phone },
    });
  };
}

/** The work phone writes by WeChat. */
export const byHandIs = 'wechat';
