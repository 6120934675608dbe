import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { BookAppointment, MoveAppointment } from '#domain/appointments/contract.ts';
import { DeskRules } from '#domain/appointments/desk-rules.ts';
import { EnterPaperLine } from '#domain/papersheets/contract.ts';
import type { PaperLine, PaperSheets } from '#domain/papersheets/contract.ts';
import type { SheetKind } from '#domain/papersheets/line.ts';
import type { Context } from '#server/platform/context.ts';
import { system } from '#server/platform/context.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { cancelAppointment, confirmAppointment } from '#server/modules/appointments/cancel-appointment.ts';
import { getDeskRules, saveDeskRules } from '#server/modules/appointments/edit-places.ts';
import { moveAppointment } from '#server/modules/appointments/move-appointment.ts';
import { getAppointment } from '#server/modules/appointments/open-book.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { receiveCustomer } from '#server/modules/reception/receive-customer.ts';
import { showBoard } from '#server/modules/reception/show-board.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { enterLine } from './enter-line.ts';
import { findLine } from './find-line.ts';
import { listSheets } from './list-sheets.ts';
import { makeSheets, preparePaperSheets } from './make-sheets.ts';
import { printSheets } from './print-sheets.ts';

const day = '2026-03-13';

/** The evening before a day on which the named are booked, an hour apart from ten; the first is to be called too. */
async function anEvening(ctx: Context, clinicId: string, names: readonly string[]) {
  const agent = await as(ctx, 'cs_agent', { name: '小陈' });
  const booked = [];
  for (const [index, name] of names.entries()) {
    const { id: customerId } = await aCustomer(ctx, { name, gender: 'female' });
    const startsAt = addHours('2026-03-13T02:00:00.000Z', index);
    booked.push(
      await bookAppointment(ctx, BookAppointment.parse({ customerId, clinicId, startsAt, minutes: 30 })),
    );
  }
  await createReminder(ctx, {
    ...{ customerId: booked[0]!.customerId, assigneeId: agent.actor.id!, dueOn: day, matter: '问恢复' },
  });
  const evening = later(ctx, '2026-03-12T09:00:00.000Z');
  return { evening, agent: later(agent, evening.now), booked };
}

/** Standing by itself: the end of an id may happen to look like one. */
const phoneNumber = /\b(86)?1\d{10}\b/;

const of = ({ lines }: PaperSheets, kind: SheetKind): PaperLine[] =>
  lines.filter((line) => line.kind === kind);
const enter = (ctx: Context, { id }: PaperLine, body: object) =>
  enterLine(ctx, { ...EnterPaperLine.parse(body), id });

describe('the sheets for a day without a network', () => {
  it('lie ready an hour before closing, once, and who is booked later is added without a code changing', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { evening, agent, booked } = await anEvening(ctx, clinicId, ['林芳', '周敏']);
      const asClock = (now: string) => preparePaperSheets({ ...later(ctx, now), actor: system });
      await asClock(addMinutes(evening.now, -1));
      expect(await listSheets(evening, { clinicId })).toMatchObject({ day, dueAt: evening.now, lines: [] });
      await asClock(evening.now);
      await asClock(addMinutes(evening.now, 1));
      const made = await listSheets(evening, { clinicId });
      expect(['call', 'confirmation', 'waiting'].map((kind) => of(made, kind as SheetKind).length)).toEqual([
        1, 2, 2,
      ]);
      expect(of(made, 'call')[0]).toMatchObject({
        customerName: '林芳',
        staffName: '小陈',
        purposes: ['service'],
      });
      expect(JSON.stringify(made)).not.toMatch(phoneNumber);
      // A call is its owner's own.
      const desk = await as(evening, 'front_desk');
      expect(of(await listSheets(desk, { clinicId }), 'call')).toEqual([]);
      expect(of(await listSheets(agent, { clinicId }), 'call')).toHaveLength(1);

      const { id: customerId } = await aCustomer(ctx, { name: '后约' });
      const startsAt = '2026-03-13T05:00:00.000Z';
      await bookAppointment(evening, BookAppointment.parse({ customerId, clinicId, startsAt, minutes: 30 }));
      const again = await makeSheets(desk, { clinicId });
      expect(of(again, 'waiting').map(({ customerName }) => customerName)).toEqual(['林芳', '周敏', '后约']);
      expect(
        of(again, 'waiting')
          .slice(0, 2)
          .map(({ code }) => code),
      ).toEqual(of(made, 'waiting').map(({ code }) => code));
      expect(await auditTrail(ctx)).toContainEqual({ action: 'paper-sheets.made', actorId: desk.actor.id });

      const { id, version, startsAt: before } = booked[1]!;
      const after = '2026-03-13T08:00:00.000Z';
      await moveAppointment(evening, {
        ...MoveAppointment.parse({ startsAt: after, minutes: 30 }),
        id,
        version,
      });
      const moved = of(await makeSheets(desk, { clinicId }), 'waiting');
      expect(
        moved
          .filter(({ appointmentId }) => appointmentId === id)
          .map(({ at, standing }) => [at, standing.state]),
      ).toEqual([
        [before, 'void'],
        [after, 'open'],
      ]);
    }));

  it('take up calls planned later: on a sheet that lies nowhere yet in their line, else as an addition with codes of its own', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { evening, agent, booked } = await anEvening(ctx, clinicId, ['林芳', '周敏']);
      const [first, second] = booked.map(({ customerId }) => customerId);
      const plan = (customerId: string, matter: string) =>
        createReminder(evening, { customerId, assigneeId: agent.actor.id!, dueOn: day, matter });
      const printNew = async (which: 'all' | 'new') =>
        (await printSheets(agent, { clinicId, day, kinds: ['call'], which })).sheets;
      const [call] = of(await makeSheets(evening, { clinicId }), 'call');

      await plan(first!, '问用药');
      const [paper] = await printNew('all');
      expect(paper).toMatchObject({ edition: 'first', lines: [{ code: call!.code, position: 1 }] });
      expect(await printNew('new')).toEqual([]);

      await plan(first!, '约拆线');
      await plan(second!, '问恢复');
      const [addition] = await printNew('new');
      expect(addition).toMatchObject({ edition: 'addition', lines: [{ position: 2 }, { position: 3 }] });
      expect(new Set([...paper!.lines, ...addition!.lines].map(({ code }) => code)).size).toBe(3);
      const [again] = await printNew('all');
      expect(again).toMatchObject({ edition: 'again', lines: { length: 3 } });

      const heard = { kind: 'call', result: 'reached', happenedAt: addMinutes(evening.now, 5) };
      const caller = later(agent, addMinutes(evening.now, 30));
      await enter(caller, call!, heard);
      const open = (await followupsOf(ctx, first!)).filter(
        ({ event, state }) => event === 'manual' && state === 'open',
      );
      expect(open, 'the first line was about two').toHaveLength(1);

      await expect(makeSheets(evening, { clinicId, day: '2026-03-11' })).rejects.toMatchObject({
        code: 'no-paper-sheets',
      });
    }));

  it('carry surnames and masked numbers, or whole ones where the clinic wants it, each on record as seen', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { evening, agent } = await anEvening(ctx, clinicId, ['林芳']);
      const desk = await as(evening, 'front_desk', { name: '小周' });
      await makeSheets(desk, { clinicId });
      const masked = await printSheets(desk, {
        clinicId,
        day,
        kinds: ['confirmation', 'waiting'],
        which: 'all',
      });
      expect(masked).toMatchObject({ printedByName: '小周', printedAt: evening.now, numbersLeftOut: 0 });
      expect(masked.sheets.map(({ lines }) => lines.map(({ name, phone }) => [name, phone]))).toEqual([
        [['林女士', expect.stringMatching(/^\d{3}\*{4}\d{4}$/)]],
        [['林女士', expect.stringMatching(/^\d{3}\*{4}\d{4}$/)]],
      ]);
      expect((await listSheets(desk, { clinicId })).sheets).toContainEqual(
        expect.objectContaining({ kind: 'waiting', printedByName: '小周' }),
      );
      await expect(
        printSheets(agent, { clinicId, day, kinds: ['waiting'], which: 'all' }),
      ).rejects.toMatchObject({
        code: 'forbidden',
      });

      const { version } = await getDeskRules(evening, { id: clinicId });
      const rules = DeskRules.parse({ paperPhones: 'whole', paperNames: 'full' });
      await saveDeskRules(evening, { id: clinicId, version, rules });
      const [calls] = (await printSheets(agent, { clinicId, day, kinds: ['call'], which: 'all' })).sheets;
      expect(calls).toMatchObject({
        staffName: '小陈',
        lines: [{ name: '林芳', phone: expect.stringMatching(/^\+86\d{11}$/) }],
      });
      const { sheets } = await printSheets(desk, { clinicId, day, kinds: ['waiting'], which: 'all' });
      expect(sheets[0]!.lines[0]!.phone).toContain('*');
      const trail = await auditTrail(ctx);
      expect(trail.filter(({ action }) => action === 'customer.phone-revealed')).toEqual([
        { action: 'customer.phone-revealed', actorId: agent.actor.id },
      ]);
      expect(trail.filter(({ action }) => action === 'paper-sheet.printed')).toHaveLength(4);
    }));
});

describe('entering from paper', () => {
  it('does what the screen would have done, at the time it happened, and doubles nothing', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { evening, agent, booked } = await anEvening(ctx, clinicId, ['林芳', '周敏']);
      const sheets = await makeSheets(evening, { clinicId });
      const [confirmation] = of(sheets, 'confirmation');
      const [arrival, absence] = of(sheets, 'waiting');
      const [call] = of(sheets, 'call');
      const desk = later(await as(ctx, 'front_desk', { name: '小周' }), '2026-03-13T09:00:00.000Z');
      const early = later(desk, addMinutes(evening.now, 30));

      const answered = { kind: 'confirmation', result: 'confirmed', happenedAt: addMinutes(evening.now, 20) };
      expect(await enter(early, confirmation!, answered)).toMatchObject({ isNew: true });
      expect(await enter(early, confirmation!, { ...answered, result: 'declined' })).toMatchObject({
        isNew: false,
        line: {
          standing: { state: 'entered', what: 'confirmed', byName: '小周', happenedAt: answered.happenedAt },
        },
      });
      expect(await getAppointment(desk, { id: booked[0]!.id })).toMatchObject({
        ...{ confirmation: 'confirmed', confirmedAt: answered.happenedAt },
        ...{ confirmationEnteredAt: early.now, confirmedByName: '小周' },
      });

      const came = {
        ...{ kind: 'waiting', result: 'arrived', arrivedAt: '2026-03-13T01:55:00.000Z' },
        ...{ calledAt: '2026-03-13T02:10:00.000Z', leftAt: '2026-03-13T03:00:00.000Z' },
      };
      const wrong = { ...came, calledAt: '2026-03-13T01:50:00.000Z' };
      await expect(enter(desk, arrival!, wrong)).rejects.toMatchObject({ code: 'before-the-stage' });
      await Promise.all([enter(desk, arrival!, came), enter(desk, arrival!, came)]);
      await enter(desk, absence!, { kind: 'waiting', result: 'missed' });
      const { cards } = await showBoard(desk, { clinicId, day });
      expect(cards.filter(({ visitId }) => visitId !== null)).toMatchObject([
        {
          stage: 'gone',
          arrivedAt: came.arrivedAt,
          enteredAt: desk.now,
          inTreatmentAt: came.calledAt,
          goneAt: came.leftAt,
        },
      ]);
      expect(await getAppointment(desk, { id: booked[1]!.id })).toMatchObject({ state: 'missed' });

      const caller = later(agent, desk.now);
      const heard = {
        kind: 'call',
        result: 'reached',
        happenedAt: '2026-03-13T06:00:00.000Z',
        notes: '恢复得好',
      };
      await enter(caller, call!, heard);
      expect(await followupsOf(ctx, call!.customerId)).not.toContainEqual(
        expect.objectContaining({ event: 'manual', state: 'open' }),
      );
      expect(await findLine(caller, { code: call!.code.toLowerCase() })).toMatchObject({
        standing: { state: 'entered', what: 'reached', happenedAt: heard.happenedAt },
      });
      const entered = (await auditTrail(ctx)).filter(({ action }) => action === 'paper-line.entered');
      expect(entered).toHaveLength(4);
    }));

  it('says of a line that was seen to on the screen by whom, and lets nothing happen where nothing did', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { evening, booked } = await anEvening(ctx, clinicId, ['林芳', '周敏', '何静']);
      const sheets = await makeSheets(evening, { clinicId });
      const [here, cancelled, other] = of(sheets, 'waiting');
      const desk = later(await as(ctx, 'front_desk', { name: '小周' }), '2026-03-13T02:00:00.000Z');
      const [first, second, third] = booked;
      await receiveCustomer(desk, { customerId: first!.customerId, clinicId, appointmentId: first!.id });
      await cancelAppointment(desk, {
        id: second!.id,
        version: second!.version,
        cancelledFor: 'customer',
        reason: '出差',
      });
      await confirmAppointment(desk, { id: third!.id, version: third!.version, answer: 'confirmed' });

      const came = { kind: 'waiting', result: 'arrived', arrivedAt: desk.now };
      expect(await enter(desk, here!, came)).toMatchObject({
        ...{ isNew: false, line: { standing: { state: 'done', what: 'arrived', byName: '小周' } } },
      });
      expect(await enter(desk, cancelled!, came)).toMatchObject({
        ...{ isNew: false, line: { standing: { state: 'void', why: 'cancelled' } } },
      });
      const [call] = of(sheets, 'call');
      await enter(desk, call!, { kind: 'call', result: 'not_done' });
      expect(await followupsOf(ctx, call!.customerId)).toContainEqual(
        expect.objectContaining({ event: 'manual', state: 'open' }),
      );

      await expect(findLine(desk, { code: 'K7M' })).rejects.toMatchObject({
        details: [{ path: 'code', code: 'not-a-paper-code' }],
      });
      const late = later(desk, '2026-03-16T16:00:00.000Z');
      await expect(enter(late, other!, came)).rejects.toMatchObject({ code: 'paper-code-expired' });
      const elsewhere = (await aClinic(desk.now)).ctx;
      await expect(enter(elsewhere, other!, came)).rejects.toMatchObject({ code: 'not-found' });
      await expect(findLine(elsewhere, { code: other!.code })).rejects.toMatchObject({ code: 'not-found' });
    }));
});
