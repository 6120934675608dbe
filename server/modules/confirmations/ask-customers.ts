import { isToConfirm } from '#domain/appointments/desk-rules.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import { addDays, addHours, dayAt, daysBetween, hourAt, wallTimeAt } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { noteReminded } from '../appointments/show-no-shows.ts';
import { createLink } from '../links/create-link.ts';
import { listOpenAccounts } from '../messaging/list-accounts.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import { insertAsk, selectAsks } from './store.ts';

/** Who comes so soon is called, not written to. */
const tooSoonHours = 3;

/** Asks by message who is to be asked today and was not yet (E1): first visits from three days ahead, returns the day before. */
export async function askCustomers(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    // Where nothing can be sent the desk's list says whom to call.
    if ((await listOpenAccounts(ctx)).length === 0) return 0;
    let asked = 0;
    for (const [clinicId, zone] of await listClinicZones(ctx)) {
      const rules = await findDeskRules(ctx, clinicId);
      if (!rules.askByMessage || hourAt(ctx.now, zone) < rules.askFromHour) continue;
      for (const appointment of await toAsk(ctx, { clinicId, zone, rules })) {
        await ask(ctx, appointment, zone);
        asked += 1;
      }
    }
    return asked;
  });
}

async function toAsk(
  ctx: TransactionContext,
  { clinicId, zone, rules }: { clinicId: string; zone: TimeZone; rules: DeskRules },
): Promise<Appointment[]> {
  const today = dayAt(ctx.now, zone);
  const { items } = await listAppointments(ctx, {
    ...{ clinicId, state: 'booked', from: today },
    to: addDays(today, Math.max(rules.confirmFirstFromDays, rules.confirmReturnDays)),
  });
  const open = items.filter(
    ({ startsAt, confirmation, visitKind }) =>
      confirmation === null &&
      startsAt > addHours(ctx.now, tooSoonHours) &&
      isToConfirm(
        { daysAhead: daysBetween(today, dayAt(startsAt, zone)), isFirst: visitKind === 'first' },
        rules,
      ),
  );
  const asks = await selectAsks(
    ctx,
    open.map(({ id }) => id),
  );
  return open.filter(
    ({ id, startsAt }) => !asks.some((each) => each.appointmentId === id && each.startsAt === startsAt),
  );
}

async function ask(ctx: TransactionContext, appointment: Appointment, zone: TimeZone): Promise<void> {
  const { id: appointmentId, clinicId, customerId, startsAt } = appointment;
  const id = newId();
  const link = await createLink(ctx, {
    ...{ customerId, purpose: 'appointment', subjectId: id, expiresAt: startsAt },
  });
  const wall = wallTimeAt(startsAt, zone);
  const message = await queueMessage(ctx, {
    ...{ customerId, templateKey: 'appointment-confirm' },
    variables: {
      day: `${Number(wall.slice(5, 7))}月${Number(wall.slice(8, 10))}日`,
      time: wall.slice(11),
      link: link.url,
    },
    cause: { kind: 'confirmation', id },
  });
  // What must be sent by hand reaches nobody by itself.
  if (message.state === 'queued') await noteReminded(ctx, appointmentId);
  await insertAsk(ctx, { id, clinicId, customerId, appointmentId, startsAt, messageId: message.id });
}
