import { describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aPhone } from '#tests/support/a-phone.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, later, morning } from '#tests/support/clinic.ts';
import { bookAppointment } from '../appointments/book-appointment.ts';
import { missAppointment } from '../appointments/cancel-appointment.ts';
import { moveAppointment } from '../appointments/move-appointment.ts';
import { getAppointment } from '../appointments/open-book.ts';
import { aGroup, noticesOf } from '../messaging/a-group.fixture.ts';
import { addAccount } from '../messaging/add-account.ts';
import { groupKeys } from '../messaging/a-group.fixture.ts';
import { newId } from '#server/platform/ids.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import { publishTemplate } from '../messaging/publish-template.ts';
import { answerByLink, noteReply, showAppointmentPage } from './answer-ask.ts';
import { askCustomers } from './ask-customers.ts';
import { listConfirmations } from './list-confirmations.ts';
import { nameConfirmer } from './name-confirmer.ts';
import { remindDesks } from './remind-desk.ts';
import { shareConfirmations } from './share-confirmations.ts';
import { followLink } from '../links/follow-link.ts';

const tomorrow = addHours(morning, 24);
const tenToday = addMinutes(morning, 60);

async function aDesk() {
  const { ctx, clinicId } = await aClinic();
  const desk = await as(ctx, 'front_desk', { name: '小陈' });
  const book = async (startsAt: Instant = tomorrow, some: { name?: string; phone?: string } = {}) => {
    const customer = await aCustomer(desk, { name: '张美丽', gender: 'female', ...some });
    const booking = { customerId: customer.id, clinicId, startsAt, minutes: 30 };
    return bookAppointment(desk, BookAppointment.parse(booking));
  };
  return { ctx, clinicId, desk, book };
}

/** Somebody who can be written to; gives what was written. */
async function anSmsAccount(ctx: Context): Promise<void> {
  const account = { id: newId(), kind: 'aliyun-sms', clinicId: null, name: 'SMS', settings: {} } as const;
  await inTransaction(ctx, (ctx) =>
    addAccount(
      ctx,
      { ...account, secret: 's', isEnabled: true, perMinute: 60, fenPerThousand: 45_000 },
      groupKeys,
    ),
  );
}

function messagesOf(ctx: Context) {
  return inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('messages')
      .select(['id', 'customer_id as customerId', 'text', 'template_key as templateKey'])
      .where('org_id', '=', ctx.orgId)
      .where('kind', '!=', 'staff_notice')
      .orderBy('queued_at')
      .orderBy('text')
      .execute(),
  );
}

const asSystem = (ctx: Context, now = ctx.now): Context => ({ ...later(ctx, now), actor: system });
const reread = (ctx: Context, { id }: Appointment) => getAppointment(ctx, { id });

/** So that the question goes by itself, and not by hand. */
async function theQuestionIsApproved(ctx: Context): Promise<void> {
  const shipped = standardTemplates.find(({ key }) => key === 'appointment-confirm')!;
  const definition = { ...shipped, providerCodes: { 'aliyun-sms': 'SMS_2' } };
  await publishTemplate(ctx, { key: shipped.key, definition, version: 0 });
}

function wasReminded(ctx: Context, { id }: Appointment): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const query = ctx.db.selectFrom('appointments').select('was_reminded').where('org_id', '=', ctx.orgId);
    return (await query.where('id', '=', id).executeTakeFirstOrThrow()).was_reminded;
  });
}

async function asked() {
  const house = await aDesk();
  await anSmsAccount(house.ctx);
  const booked = await house.book();
  await askCustomers(asSystem(house.ctx, tenToday));
  const [message] = await messagesOf(house.ctx);
  const token = /\/c\/(\w+)/.exec(message!.text)![1]!;
  const follower = (now: Instant) => aPhone(later(house.ctx, now));
  const reply = (text: string) =>
    inTransaction(asSystem(house.ctx, tenToday), (ctx) =>
      noteReply(ctx, { customerId: booked.customerId, messageId: message!.id, text, at: tenToday }),
    );
  return { ...house, booked, message: message!, token, follower, reply };
}

describe('asking customers whether they come', () => {
  it('begins at the hour of the clinic, once for one hour, and anew when the appointment is moved', async () => {
    const { ctx, desk, book } = await aDesk();
    await anSmsAccount(ctx);
    await theQuestionIsApproved(ctx);
    const booked = await book();

    expect(await askCustomers(asSystem(ctx, addMinutes(tenToday, -1)))).toBe(0);
    expect(await wasReminded(ctx, booked)).toBe(false);
    expect(await askCustomers(asSystem(ctx, tenToday))).toBe(1);
    expect(await askCustomers(asSystem(ctx, tenToday))).toBe(0);
    expect(await wasReminded(ctx, booked)).toBe(true);
    const { id, version, doctorId, chairId } = booked;
    const place = { startsAt: addMinutes(tomorrow, 60), minutes: 30, doctorId, chairId };
    await moveAppointment(desk, { id, version, ...place });
    expect(await askCustomers(asSystem(ctx, tenToday))).toBe(1);

    expect((await messagesOf(ctx)).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^张女士您好，您约在3月13日09:00到Riverside。.*\/c\/\w{20}$/),
      expect.stringContaining('3月13日10:00'),
    ]);
  });

  it.each([
    { name: 'a first visit three days ahead', days: 3, asks: 1 },
    { name: 'a first visit four days ahead', days: 4, asks: 0 },
  ])('E1: asks of $name: $asks', async ({ days, asks }) => {
    const { ctx, book } = await aDesk();
    await anSmsAccount(ctx);
    await book(addHours(morning, days * 24));
    expect(await askCustomers(asSystem(ctx, tenToday))).toBe(asks);
  });

  it('leaves it to the desk where nothing can be sent, and who comes within hours', async () => {
    const { ctx, book } = await aDesk();
    await book();
    expect(await askCustomers(asSystem(ctx, tenToday))).toBe(0);
    await anSmsAccount(ctx);
    await book(addHours(tenToday, 3), { phone: '13800001235' });
    expect(await askCustomers(asSystem(ctx, tenToday))).toBe(1);
  });
});

describe('what customers answer', () => {
  it('by link: they see when and where, confirm, and may think again until the hour', async () => {
    const { ctx, booked, token, follower } = await asked();
    const page = await followLink(follower(tenToday), { token, purposes: ['appointment'] }, (ctx, link) =>
      showAppointmentPage(ctx, link),
    );
    expect(page).toEqual({
      ...{
        kind: 'appointment',
        clinicName: 'Riverside',
        greeting: '张*',
        startsAt: '2026-03-13T09:00',
        answer: null,
        mayCheckIn: false,
      },
    });

    await answerByLink(follower(tenToday), { token, answer: 'confirmed' });
    expect(await reread(ctx, booked)).toMatchObject({ confirmation: 'confirmed', confirmedAt: tenToday });
    await answerByLink(follower(tenToday), { token, answer: 'cannot-come' });
    expect(await reread(ctx, booked)).toMatchObject({ confirmation: 'declined', state: 'booked' });
    await expect(answerByLink(follower(tomorrow), { token, answer: 'confirmed' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await auditTrail(ctx)).toContainEqual({ action: 'appointment.confirmed', actorId: null });
  });

  it.each([
    { text: '1', confirmation: 'confirmed', reply: null },
    { text: '来不了，改天', confirmation: 'declined', reply: null },
    { text: '几点到比较好？', confirmation: null, reply: '几点到比较好？' },
  ])('by message, "$text": $confirmation', async ({ text, confirmation, reply: kept }) => {
    const { ctx, clinicId, booked, reply } = await asked();
    await reply(text);
    expect(await reread(ctx, booked)).toMatchObject({ confirmation });
    const [entry] = (await listConfirmations(ctx, { clinicId })).items;
    expect(entry!.reply?.text ?? null).toBe(kept);
  });

  it('says nothing of an hour that the appointment is no longer at', async () => {
    const { ctx, desk, booked, token, follower, reply } = await asked();
    const { id, version, doctorId, chairId } = booked;
    const startsAt = addMinutes(tomorrow, 60);
    await moveAppointment(desk, { id, version, startsAt, minutes: 30, doctorId, chairId });
    await reply('1');
    await expect(answerByLink(follower(tenToday), { token, answer: 'confirmed' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await reread(ctx, booked)).toMatchObject({ confirmation: null, startsAt });
  });
});

describe('the list of a day', () => {
  it('is of the next open day, with what speaks against each and who asks', async () => {
    const { ctx, clinicId, desk, book } = await aDesk();
    const booked = await book();
    const missed = await book(addMinutes(morning, 30), { phone: '13800001236', name: '李四' });
    const afterwards = later(desk, addMinutes(morning, 31));
    await missAppointment(afterwards, missed);
    await bookAppointment(
      afterwards,
      BookAppointment.parse({
        ...{ customerId: missed.customerId, clinicId, startsAt: addMinutes(tomorrow, 30), minutes: 30 },
      }),
    );

    const list = await listConfirmations(ctx, { clinicId });

    expect(list).toMatchObject({ day: '2026-03-13', today: '2026-03-12', desk: [{ name: '小陈' }] });
    expect(list.items).toMatchObject([
      {
        ...{ appointment: { id: booked.id }, confirmer: { name: '小陈', how: 'booked' }, missedBefore: 0 },
        risk: { level: 'medium', reasons: ['first-visit'] },
      },
      { risk: { level: 'high', reasons: ['missed-before', 'first-visit'] }, missedBefore: 1 },
    ]);
  });

  it('is shared with the group in the evening and again in the morning, and names stay beside what is missing', async () => {
    const { ctx, clinicId, desk, book } = await aDesk();
    await aGroup(ctx);
    const booked = await book();
    const other = await as(ctx, 'front_desk', { name: '小王' });
    await nameConfirmer(desk, { id: booked.id, staffId: other.actor.id! });

    const evening = later(desk, addHours(morning, 9));
    const list = await shareConfirmations(evening, { clinicId, day: '2026-03-13' });
    expect(list.shared).toMatchObject([
      { half: 'evening', total: 1, confirmed: 0, wasSent: true, sharedByName: '小陈' },
    ]);
    const nextMorning = later(desk, addMinutes(tomorrow, -30));
    const { shared } = await shareConfirmations(nextMorning, { clinicId, day: '2026-03-13' });
    expect(shared.map(({ half }) => half)).toEqual(['morning', 'evening']);

    expect((await noticesOf(ctx)).map(({ text }) => text)).toEqual([
      'Riverside 2026-03-13 次日预约：共1位，已确认0位\n09:00 张女士 初诊 待确认（小王）',
      'Riverside 2026-03-13 今日预约：共1位，已确认0位\n09:00 张女士 初诊 待确认（小王）',
    ]);
    expect(await auditTrail(ctx)).toContainEqual({
      ...{ action: 'confirmations.shared', actorId: desk.actor.id },
    });
  });

  it('is reminded of once in the last hour before closing, with whose it is, until it is shared', async () => {
    const { ctx, clinicId, book } = await aDesk();
    await aGroup(ctx);
    await book();
    const remind = (hours: number) => remindDesks(asSystem(ctx, addHours(morning, hours)));
    // The day is open until 18:00.
    await remind(7.9);
    expect(await noticesOf(ctx)).toEqual([]);
    await remind(8);
    await remind(8.5);
    expect((await noticesOf(ctx)).map(({ text }) => text)).toEqual([
      'Riverside 2026-03-13 次日预约还有1位没有确认：小陈 1位。请在下班前完成并分享名单。',
    ]);
    expect(await listConfirmations(ctx, { clinicId })).toMatchObject({ closesAt: addHours(morning, 9) });

    const other = await aDesk();
    await aGroup(other.ctx);
    await other.book();
    await shareConfirmations(other.desk, { clinicId: other.clinicId, day: '2026-03-13' });
    await remindDesks(asSystem(other.ctx, addHours(morning, 8)));
    expect(await noticesOf(other.ctx)).toHaveLength(1);
  });

  it('is not shared of a day that is over, nor with nobody to name', async () => {
    const { ctx, clinicId } = await aClinic();
    const customer = await aCustomer(ctx);
    const booking = { customerId: customer.id, clinicId, startsAt: tomorrow, minutes: 30 };
    await bookAppointment(ctx, BookAppointment.parse(booking));
    await expect(shareConfirmations(ctx, { clinicId, day: '2026-03-13' })).rejects.toMatchObject({
      code: 'nobody-at-desk',
    });
    await expect(shareConfirmations(ctx, { clinicId, day: '2026-03-11' })).rejects.toMatchObject({
      code: 'day-over',
    });
    const elsewhere = await aClinic();
    await expect(listConfirmations(elsewhere.ctx, { clinicId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
