import type { z } from 'zod';
import { readAnswer } from '#domain/appointments/answer.ts';
import { wallTimeAt } from '#domain/base/time.ts';
import { isSoon } from '#domain/checkins/check-in.ts';
import type { Instant } from '#domain/base/time.ts';
import type { AnswerAppointment, AnsweredAppointment } from '#domain/confirmations/contract.ts';
import type { AppointmentPage } from '#domain/customer-page/contract.ts';
import { greetingOf } from '#domain/customer-page/greeting.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { noteConfirmation } from '../appointments/note-confirmation.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { followLink, linkGone } from '../links/follow-link.ts';
import type { FollowedLink } from '../links/follow-link.ts';
import { nameHouse } from '../records/name-house.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { saveAnswer, selectAsk, selectAskAnswered } from './store.ts';
import type { Ask } from './store.ts';

/** What the customer sees: when, and where; neither what for nor with whom. */
export async function showAppointmentPage(
  ctx: TransactionContext,
  link: FollowedLink,
): Promise<AppointmentPage> {
  const { ask, clinicId } = await openAskOf(ctx, link);
  const customer = await requireCustomer(ctx, link.customerId);
  const zone = (await findClinicZone(ctx, clinicId))!;
  return {
    kind: 'appointment',
    clinicName: await nameHouse(ctx, { customerId: customer.id, clinicId }),
    greeting: greetingOf(customer.name),
    startsAt: wallTimeAt(ask.startsAt, zone),
    answer: ask.answer === 'unclear' ? null : ask.answer,
    mayCheckIn: isSoon(ask.startsAt, ctx.now),
  };
}

/** Yes or no by the link; until the hour they may think again. */
export async function answerByLink(
  house: PublicContext,
  { token, answer }: z.output<typeof AnswerAppointment>,
): Promise<z.input<typeof AnsweredAppointment>> {
  return followLink(house, { token, purposes: ['appointment'], toUse: true }, async (ctx, link) => {
    const { ask } = await openAskOf(ctx, link);
    if (!(await noteWord(ctx, ask, answer))) throw linkGone();
    await saveAnswer(ctx, ask.id, { answer, reply: null });
    return { answer };
  });
}

/** Yes or no by message; what is neither stands on the desk's list. */
export async function noteReply(
  ctx: TransactionContext,
  said: { customerId: string; messageId: string; text: string; at: Instant },
): Promise<void> {
  const ask = await selectAskAnswered(ctx, said);
  if (!ask) return;
  const answer = readAnswer(said.text);
  // "谢谢" after a yes takes nothing back.
  if (answer === 'unclear' && ask.answer !== null && ask.answer !== 'unclear') return;
  if (answer !== 'unclear' && !(await noteWord(ctx, ask, answer))) return;
  await saveAnswer(ctx, ask.id, { answer, reply: said.text });
}

function noteWord(ctx: TransactionContext, ask: Ask, answer: 'confirmed' | 'cannot-come'): Promise<boolean> {
  const { appointmentId, startsAt } = ask;
  return noteConfirmation(ctx, {
    ...{ appointmentId, startsAt, answer: answer === 'confirmed' ? 'confirmed' : 'declined' },
  });
}

/** The appointment somebody holds the link of, an hour before it: to say that they are here. Throws NotFound (`link`). */
export async function findAskedAppointment(
  ctx: TransactionContext,
  link: FollowedLink,
): Promise<{ appointmentId: string; clinicId: string }> {
  const { ask, clinicId } = await openAskOf(ctx, link);
  if (!isSoon(ask.startsAt, ctx.now)) throw linkGone();
  return { appointmentId: ask.appointmentId, clinicId };
}

/** Gone once the appointment is at another hour, or over. */
async function openAskOf(
  ctx: TransactionContext,
  { subjectId }: FollowedLink,
): Promise<{ ask: Ask; clinicId: string }> {
  const ask = subjectId === null ? undefined : await selectAsk(ctx, subjectId);
  const booked = ask && (await findAppointment(ctx, ask.appointmentId));
  if (!booked || booked.state !== 'booked' || booked.startsAt !== ask.startsAt || ask.startsAt <= ctx.now)
    throw linkGone();
  return { ask, clinicId: booked.clinicId };
}
