import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { standardOnlineRules, onlineLimits } from '#domain/onlinebooking/limits.ts';
import type { OnlineRules } from '#domain/onlinebooking/limits.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { clockAt } from '#server/platform/clock.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, morning } from '#tests/support/clinic.ts';
import { addKind } from '../appointments/edit-places.ts';
import { openBook } from '../appointments/open-book.ts';
import { addAccount } from '../messaging/add-account.ts';
import { publishTemplate } from '../messaging/publish-template.ts';
import { bookOnline } from './book-online.ts';
import { holdTime, leaveTime } from './hold-time.ts';
import { getOnlineBooking, saveOnlineBooking } from './save-online-booking.ts';
import { openOnline, showOnlineTimes } from './show-times.ts';

const friday = '2026-03-13';
const dataDir = tmpdir();
let addresses = 0;

/** Somebody at a telephone of their own network. */
const aPhone = (ctx: Context, now = morning) => ({
  ...{ database: ctx.database, clock: clockAt(now), dataDir },
  exchange: { ip: `2001:db8:${(addresses += 1).toString(16)}:${newId().slice(0, 4)}::1` } as never,
});

/** A clinic whose page is open, with an account that sends codes. */
async function anOpenPage(change: Partial<OnlineRules> = {}) {
  const { ctx, clinicId } = await aClinic();
  const doctorId = (await as(ctx, 'doctor', { name: '王医生' })).actor.id!;
  await aSmsAccount(ctx);
  const facts = { category: 'cleaning', minutes: 30, colour: 'cyan', doctorIds: [] as string[] } as const;
  const kind = await addKind(ctx, { name: '网约洁牙', isOnline: true, ...facts });
  const { version } = await getOnlineBooking(ctx, { id: clinicId });
  const rules = { ...standardOnlineRules, isOpen: true, ...change };
  const { path } = await saveOnlineBooking(ctx, { id: clinicId, rules, version });
  const place = path.slice('/b/'.length);
  const times = async (from = friday) =>
    (await showOnlineTimes(aPhone(ctx), { place, kindId: kind.id, from })).items;
  const hold = async (phone: string, { at = 0, house = aPhone(ctx) } = {}) => {
    const { startsAt } = (await times())[at]!;
    return holdTime(house, { place, kindId: kind.id, doctorId, startsAt, phone });
  };
  const inBook = async () => (await openBook(ctx, { clinicId, from: friday, days: 1 })).items;
  return { ctx, clinicId, doctorId, kind, place, times, hold, inBook, path };
}

describe('booking online', () => {
  it('shows what the clinic offers and when, and its address says nothing', async () => {
    const { ctx, kind, place, path, times } = await anOpenPage();
    expect(path).toMatch(/^\/b\/[0-9A-Za-z]{20}$/);
    expect(await openOnline(aPhone(ctx), { place })).toEqual({
      ...{ clinicName: 'Riverside', from: '2026-03-12', to: '2026-04-11' },
      kinds: [{ id: kind.id, name: '网约洁牙', minutes: 30 }],
    });
    expect((await times())[0]).toMatchObject({ wall: '2026-03-13T08:30', doctorName: '王医生' });
    // Two hours ahead at least: it is nine.
    expect((await times('2026-03-12'))[0]).toMatchObject({ wall: '2026-03-12T11:00' });
  });

  it('keeps the time while the phone is proved, and books who is new with the right code', async () => {
    const { ctx, place, hold, inBook, times } = await anOpenPage();
    const { holdId, minutes, trialCode } = await hold('13911112222');
    expect({ minutes, trialCode }).toEqual({ minutes: 5, trialCode: null });
    expect((await times())[0]).toMatchObject({ wall: '2026-03-13T09:00' });

    const code = await codeOf(ctx, holdId);
    expect(await bookOnline(aPhone(ctx), { place, holdId, code, name: '钱三' })).toEqual({
      ...{ wall: '2026-03-13T08:30', clinicName: 'Riverside' },
    });
    expect(await inBook()).toMatchObject([{ customerName: '钱三', origin: 'online', kindName: '网约洁牙' }]);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('appointment.booked');
    // Sent again after an answer that got lost.
    await bookOnline(aPhone(ctx), { place, holdId, code, name: '钱三' });
    expect(await inBook()).toHaveLength(1);
  });

  it('finds who is known by phone and name, and answers a stranger the same', async () => {
    const { ctx, place, hold, inBook } = await anOpenPage();
    const known = await aCustomer(ctx, { name: '吴四', phone: '13900000001' });
    const said = await Promise.all(
      [
        { phone: '13900000001', name: ' 吴四 ', at: 0 },
        { phone: '13900000002', name: '李五', at: 8 },
      ].map(async ({ phone, name, at }) => {
        const held = await hold(phone, { at });
        const code = await codeOf(ctx, held.holdId);
        const booked = await bookOnline(aPhone(ctx), { place, holdId: held.holdId, code, name });
        return [Object.keys(held), Object.keys(booked)];
      }),
    );
    expect(said[0]).toEqual(said[1]);
    expect((await inBook()).map(({ customerId }) => customerId === known.id)).toEqual([true, false]);
  });

  it('lets the time go after wrong codes, and when somebody leaves', async () => {
    const { ctx, place, hold, times, inBook } = await anOpenPage();
    const { holdId } = await hold('13911112222');
    const right = await codeOf(ctx, holdId);
    const wrong = right === '000000' ? '000001' : '000000';
    const answers: unknown[] = [];
    for (let tries = 0; tries < onlineLimits.wrongCodes; tries += 1)
      answers.push(await bookOnline(aPhone(ctx), { place, holdId, code: wrong, name: '钱三' }).catch(codeIn));
    expect(answers).toEqual([...Array<string>(onlineLimits.wrongCodes - 1).fill('wrong-code'), 'hold-over']);
    expect(await bookOnline(aPhone(ctx), { place, holdId, code: right, name: '钱三' }).catch(codeIn)).toBe(
      'hold-over',
    );
    const next = await hold('13911112223');
    await leaveTime(aPhone(ctx), { place, holdId: next.holdId });
    expect((await times())[0]).toMatchObject({ wall: '2026-03-13T08:30' });
    expect(await inBook()).toEqual([]);
  });

  it.each([
    { name: 'a moment before it is over', minutes: 4.9, code: undefined },
    { name: 'the moment it is over', minutes: 5, code: 'hold-over' },
  ])('takes a code until the time is kept no more: $name', async ({ minutes, code }) => {
    const { ctx, place, hold } = await anOpenPage();
    const { holdId } = await hold('13911112222');
    const later = aPhone(ctx, addMinutes(morning, minutes));
    const sent = { place, holdId, code: await codeOf(ctx, holdId), name: '钱三' };
    expect(await bookOnline(later, sent).then(() => undefined, codeIn)).toBe(code);
  });

  it('is open to nobody while it is closed, nor without an account that sends codes', async () => {
    const { ctx, clinicId } = await aClinic();
    const { path, version, rules } = await getOnlineBooking(ctx, { id: clinicId });
    await expect(openOnline(aPhone(ctx), { place: path.slice(3) })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      saveOnlineBooking(ctx, { id: clinicId, rules: { ...rules, isOpen: true }, version }),
    ).rejects.toMatchObject({ code: 'no-codes' });
    const other = await aClinic();
    await expect(getOnlineBooking(other.ctx, { id: clinicId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a flood', () => {
  it('of one phone, or of one household, is refused', async () => {
    const { ctx, hold } = await anOpenPage({ mostHeld: 100 });
    await hold('13911112222');
    await expect(hold('13911112222', { at: 8 })).rejects.toMatchObject({ code: 'too-many' });
    const house = aPhone(ctx);
    const answers: unknown[] = [];
    for (let n = 0; n <= onlineLimits.ofAddressAnHour; n += 1)
      answers.push(await hold(`1391111${2000 + n}`, { at: 0, house }).then(() => 'held', codeIn));
    expect(answers.filter((each) => each === 'held')).toHaveLength(onlineLimits.ofAddressAnHour);
    expect(answers.at(-1)).toBe('too-many');
  });

  it('of ten thousand robots, each with a phone and a network of its own, holds no more than the clinic lets them', async () => {
    const { ctx, clinicId, doctorId, kind, place, times } = await anOpenPage({ mostHeld: 7 });
    const free = await times();
    let [held, refused, next] = [0, 0, 0];
    const robot = async (): Promise<void> => {
      for (let n = (next += 1); n <= 10_000; n = next += 1) {
        const { startsAt } = free[n % free.length]!;
        const phone = `139${String(n).padStart(8, '0')}`;
        await holdTime(aPhone(ctx), { place, kindId: kind.id, doctorId, startsAt, phone }).then(
          () => (held += 1),
          () => (refused += 1),
        );
      }
    };
    await Promise.all(Array.from({ length: 16 }, robot));
    expect({ held, refused }).toEqual({ held: 7, refused: 9_993 });
    const slots = await inTransaction(ctx, (ctx) =>
      ctx.db
        .selectFrom('slots')
        .select('id')
        .where('org_id', '=', ctx.orgId)
        .where('clinic_id', '=', clinicId)
        .where('held_until', '>', ctx.realNow)
        .execute(),
    );
    expect(slots).toHaveLength(7);
  });
});

const codeIn = (error: unknown): string => (error as { code: string }).code;

async function codeOf(ctx: Context, holdId: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom('messages')
      .select('variables')
      .where('org_id', '=', ctx.orgId)
      .where('cause_id', '=', holdId)
      .executeTakeFirstOrThrow();
    return (row.variables as { code: string }).code;
  });
}

async function aSmsAccount(ctx: Context): Promise<void> {
  const account = { kind: 'aliyun-sms', clinicId: null, name: '短信', settings: {}, secret: 's' } as const;
  const limits = { perMinute: 60, fenPerThousand: 0, isEnabled: true };
  await inTransaction(ctx, (ctx) => addAccount(ctx, { id: newId(), ...account, ...limits }, keysOf(dataDir)));
  const shipped = standardTemplates.find(({ key }) => key === 'one-time-code')!;
  const definition = { ...shipped, providerCodes: { 'aliyun-sms': 'SMS_1' } };
  await publishTemplate(ctx, { key: shipped.key, definition, version: 0 });
}
