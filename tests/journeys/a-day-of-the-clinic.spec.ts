import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { cast, clockOf, minuteOf, tallyOf } from './support/a-clinics-day.ts';
import type { Person } from './support/a-clinics-day.ts';
import { aDesk, ask, aStory, joins, theClinic } from './support/a-story.ts';

/** The Monday of the story, the evening before the day, the day, and the days after. */
const [monday, eve, day] = ['2026-03-09', '2026-03-11', '2026-03-12'] as const;
const [tomorrow, nextWeek] = ['2026-03-13', '2026-03-19'] as const;

const { owner, desk, visits } = aStory('day', { desk: aDesk }, { clock: `${monday}T09:00` });
let clinicId: string;
let deskId: string;
const doctorIds: string[] = [];

/** What the server knows of somebody: filled in as the day goes on. */
interface Known {
  customerId: string;
  appointmentId?: string;
  version: number;
  visitId?: string;
}
const known = new Map<string, Known>();
const of = ({ name }: Person): Known => known.get(name)!;

const say = <T>(path: string, body?: object, version?: number): Promise<T> =>
  ask<T>(desk, path, body, version === undefined ? {} : { version });

/** 2026-03-12 at 09:15 of the clinic's clock, as an instant. */
const at = (on: string, clock: string): string => new Date(`${on}T${clock}:00+08:00`).toISOString();
const setClock = (on: string, clock: string): Promise<unknown> =>
  ask(owner, '/trial-clock', { at: `${on}T${clock}` });

/** They are known since Monday; who returns was here then, and children have somebody to speak for them. */
async function isKnown(person: Person): Promise<void> {
  const { name, isReturn, guardian, isWalkIn } = person;
  const { id: customerId } = await say<{ id: string }>('/customers', {
    ...{ name, clinicId, birthday: guardian === undefined ? null : '2018-05-02' },
    channelSource: isReturn || !isWalkIn ? '朋友介绍' : null,
  });
  known.set(name, { customerId, version: 1 });
  if (guardian !== undefined)
    await say(`/customers/${customerId}/relations`, { kind: 'parent', isGuardian: true, name: guardian });
  if (isReturn) {
    const { id } = await say<{ id: string }>('/visits', { customerId, clinicId });
    await say(`/visits/${id}/close`, {}, 1);
  }
}

async function isBooked(person: Person, on: string, clock: string): Promise<void> {
  const { id: appointmentId } = await say<{ id: string }>('/appointments', {
    ...{ customerId: of(person).customerId, clinicId, startsAt: at(on, clock), minutes: 30 },
    doctorId: person.doctor === undefined ? null : doctorIds[person.doctor],
  });
  Object.assign(of(person), { appointmentId, version: 1 });
}

/** Something done to their appointment; the next one sees what came of it. */
async function changes(person: Person, verb: string, body: object): Promise<void> {
  const { appointmentId, version } = of(person);
  const after = await say<{ version: number }>(`/appointments/${appointmentId}/${verb}`, body, version);
  of(person).version = after.version;
}

async function comes(person: Person): Promise<void> {
  const { customerId, appointmentId } = of(person);
  const { visitId } = await say<{ visitId: string }>('/reception/arrivals', {
    ...{ customerId, clinicId, appointmentId: person.isWalkIn ? null : appointmentId },
    channelSource: person.isWalkIn && !person.isReturn ? '路过' : null,
    classCode: person.classCode ?? null,
  });
  of(person).visitId = visitId;
}

/** A call to somebody who cancelled: a reminder of one's own, worked at once. */
async function isCalled(person: Person, score: number | null): Promise<void> {
  const { customerId } = of(person);
  const { id: followupId, version } = await say<{ id: string; version: number }>('/followups/reminders', {
    ...{ customerId, assigneeId: deskId, dueOn: day, matter: '问问为什么取消' },
  });
  await say('/followups/calls', {
    ...{ customerId, result: 'reached', followups: [{ followupId, version, score }] },
  });
}

async function leaves(person: Person): Promise<void> {
  const { customerId, visitId } = of(person);
  const { next = 'week', offer, followup, rating, account = 'declined', paysFen } = person;
  if (paysFen !== undefined)
    await say(`/customers/${customerId}/ledger`, {
      ...{ booking: { kind: 'charge', fen: paysFen, memo: '洁牙' }, visitId, isPaid: true },
    });
  if (next === 'silent') {
    await say(`/visits/${visitId}/close`, {}, 1);
    return;
  }
  if (rating === 'asked')
    await say(`/customers/${customerId}/form-requests`, { code: 'satisfaction', source: 'link', visitId });
  const booking = (on: string) => ({ startsAt: at(on, '14:00'), minutes: 30 });
  const agreed = (on: string) => ({ answer: 'agreed', from: at(on, '10:00'), to: at(on, '11:00') });
  await say(
    `/visits/${visitId}/checkout`,
    {
      paid: { answer: 'settled' },
      next:
        next === 'week' || next === 'tomorrow'
          ? { answer: 'booked', booking: booking(next === 'week' ? nextWeek : tomorrow) }
          : next === 'not-asked'
            ? { answer: 'not_asked' }
            : { answer: 'none', reason: next.because },
      offer: offer
        ? { answer: 'offered', items: [{ kind: 'product', name: '冲牙器', answer: offer }] }
        : { answer: 'nothing_fits' },
      followup: followup ? agreed(followup === 'tomorrow' ? tomorrow : nextWeek) : { answer: 'declined' },
      rating: { answer: rating ?? 'not_asked' },
      account: { answer: account },
    },
    1,
  );
}

interface Act {
  clock: string;
  does: () => Promise<unknown>;
}

/** What becomes of one person, hour by hour. */
function actsOf(person: Person): Act[] {
  const { cancels, called, comes: arrives, words = [], seen, leaves: goes, missedAt, movesTo } = person;
  const after = (minutes: number) => clockOf(minuteOf(arrives!) + minutes);
  return [
    ...(cancels
      ? [
          {
            clock: cancels.at,
            does: () => changes(person, 'cancel', { cancelledFor: 'customer', reason: '时间不合适' }),
          },
        ]
      : []),
    ...(cancels?.called
      ? [{ clock: cancels.called, does: () => isCalled(person, cancels.score ?? null) }]
      : []),
    ...(cancels?.again ? [{ clock: cancels.again, does: () => isBooked(person, tomorrow, '09:00') }] : []),
    ...(movesTo
      ? [
          {
            clock: movesTo,
            does: async () => {
              await changes(person, 'move', { startsAt: at(tomorrow, '10:00'), minutes: 30 });
              await changes(person, 'confirm', { answer: 'confirmed' });
            },
          },
        ]
      : []),
    ...(called && called !== 'in the browser'
      ? [
          {
            clock: called,
            does: () => say(`/appointments/${of(person).appointmentId}/late-calls`, { result: 'unreached' }),
          },
        ]
      : []),
    ...(missedAt ? [{ clock: missedAt, does: () => changes(person, 'miss', {}) }] : []),
    ...(arrives && !person.inBrowser ? [{ clock: arrives, does: () => comes(person) }] : []),
    ...words.map((minutes) => ({
      clock: after(minutes),
      does: () => say(`/visits/${of(person).visitId}/words`, { toldMinutes: 10 }),
    })),
    ...(seen === undefined
      ? []
      : [
          {
            clock: after(seen),
            does: () => say(`/visits/${of(person).visitId}/stage`, { to: 'in-treatment' }, 1),
          },
        ]),
    ...(goes ? [{ clock: goes, does: () => leaves(person) }] : []),
    ...(person.booksAt ? [{ clock: person.booksAt, does: () => isBooked(person, nextWeek, '15:00') }] : []),
  ];
}

/** Lives through the day up to a clock; what happens in one minute happens at once. */
function aDay(acts: readonly Act[]): (until: string) => Promise<void> {
  const minutes = Map.groupBy(acts, ({ clock }) => clock);
  let shown = '08:00';
  return async (until) => {
    const due = [...minutes.keys()].filter((clock) => clock > shown && clock <= until).toSorted();
    for (const clock of due) {
      await setClock(day, clock);
      await forAll(minutes.get(clock)!, ({ does }) => does());
    }
    if (due.at(-1) !== until) await setClock(day, until);
    shown = until;
  };
}

async function forAll<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  await Promise.all(all.map(act));
}

const names = (people: readonly Person[]) => people.map(({ name }) => name).toSorted();

describe('a day of the clinic', () => {
  it('is booked since Monday and confirmed the evening before', async () => {
    clinicId = await theClinic(owner);
    deskId = await joins(owner, desk, { name: '小周', role: 'front_desk', login: 'xiaozhou' });
    const doctors = ['郑一', '钱二', '孙三'].map((name, place) => ({
      name,
      role: 'doctor',
      login: `doctor${place}`,
    }));
    const elsewhere = await visits();
    for (const doctor of doctors) doctorIds.push(await joins(owner, elsewhere, doctor));
    await elsewhere.context.close();
    expect(cast).toHaveLength(40);
    await forAll(cast, isKnown);
    await forAll(cast, async (person) => {
      if (person.booked) await isBooked(person, person.on ?? day, person.booked);
    });

    await setClock(eve, '17:00');
    await forAll(cast, async (person) => {
      if (person.confirmed) await changes(person, 'confirm', { answer: person.confirmed });
      if (person.cancelsOnEve)
        await changes(person, 'cancel', { cancelledFor: 'customer', reason: '身体不适' });
    });
    const tally = tallyOf(cast);
    const list = await say<{ items: { confirmer: { name: string } | null }[]; shared: object[] }>(
      '/confirmations/share',
      { clinicId, day },
    );
    expect(list.shared).toMatchObject([tally.eveningList]);
    // Whoever is not confirmed has a name beside them.
    expect(list.items.filter(({ confirmer }) => confirmer?.name === '小周')).toHaveLength(
      tally.eveningList.total - tally.eveningList.confirmed,
    );
  });

  it('goes from eight to six, and what must be seen is seen when it is due', async () => {
    const { page } = desk;
    const until = aDay(cast.flatMap(actsOf));
    const tally = tallyOf(cast);

    await until('08:05');
    const comingIds = cast.filter((one) => tally.coming.includes(one)).map((one) => of(one).customerId);
    const charts = await say<{ expected: { morning: number } }>(`/charts?clinicId=${clinicId}`);
    expect(charts.expected.morning).toBe(comingIds.length);
    await say('/charts/move', { clinicId, customerIds: comingIds, place: 'desk' });
    await say('/charts/count', { clinicId, part: 'morning', counted: comingIds.length });

    // Received in two keystrokes once the name is there.
    await until('08:55');
    const early = cast.find(({ inBrowser }) => inBrowser)!;
    await page.goto('/board');
    const box = page.getByRole('textbox', { name: /客户到店/ });
    await box.fill(early.name);
    await page
      .getByRole('list', { name: /回车选中/ })
      .getByText(early.name)
      .waitFor();
    await box.press('Enter');
    await page.getByRole('button', { name: '登记到店' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(new RegExp(`${early.name} 已到店，1 号，初诊`)).waitFor();
    const { cards } = await say<{ cards: { customerId: string; visitId: string }[] }>(
      `/reception/board?clinicId=${clinicId}`,
    );
    of(early).visitId = cards.find(({ customerId }) => customerId === of(early).customerId)!.visitId;

    // A first visitor nobody went to, at three minutes.
    await until('09:12');
    await page.reload();
    await page.getByRole('button', { name: /^闻人雪 初诊客户没人招呼/ }).waitFor();

    // At ten minutes the desk is told to call who is late, and the call is on record by fifteen.
    await until('10:11');
    await page.goto('/board');
    const late = cast.find(({ called }) => called === 'in the browser')!;
    await page.getByRole('button', { name: new RegExp(`^${late.name} 迟到，请打电话`) }).waitFor();
    await page.goto('/lateness');
    const card = page.getByRole('region', { name: late.name });
    await card.getByText('最晚 10:15 打电话').waitFor();
    await photograph(page, 'day-1-late');
    await card.getByRole('button', { name: '没接' }).click();
    await card.getByText('已按时联系').waitFor();

    await until('17:45');
    const short = { clinicId, part: 'evening', counted: comingIds.length - 1 };
    await expect(say('/charts/count', short)).rejects.toThrow('difference-unexplained');
    await say('/charts/count', { ...short, note: '一本在郑医生处' });
  });

  it('is counted as it was lived', async () => {
    const { page } = desk;
    const tally = tallyOf(cast);
    const lateness = await say<{
      late: { appointment: { customerName: string }; callState: string }[];
      cancelled: {
        appointment: { customerName: string };
        contactState: string;
        rebookedFor: string | null;
      }[];
    }>(`/lateness?clinicId=${clinicId}`);
    const calledAs = (state: string) =>
      lateness.late
        .filter(({ callState }) => callState === state)
        .map(({ appointment }) => appointment.customerName)
        .toSorted();
    expect(calledAs('in-time')).toEqual(names(tally.calledInTime));
    expect(calledAs('too-late')).toEqual(names(tally.calledTooLate));
    const contactedInTime = lateness.cancelled.filter(
      ({ contactState, rebookedFor }) => contactState === 'in-time' || rebookedFor !== null,
    );
    expect(contactedInTime.map(({ appointment }) => appointment.customerName).toSorted()).toEqual(
      names(tally.contactedInTime),
    );

    await page.goto('/desk-days');
    await page.getByRole('cell', { name: '预约人次', exact: true }).waitFor();
    const rows = await page.locator('table.desk-day tbody tr:has(td)').evaluateAll((all) =>
      all.map((row) => {
        const [label, value] = [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '');
        return [label!, value!.replaceAll(' ', '')] as const;
      }),
    );
    expect(Object.fromEntries(rows)).toEqual(tally.figures);
    await page.getByRole('button', { name: '确认并发送晚报' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认并发送晚报' }).click();
    await page.getByText(/小周于.*确认/).waitFor();
    await photograph(page, 'day-2-figures');

    await owner.page.goto(`/no-shows?from=${day}&to=${day}`);
    const share = `${tally.missed} / ${tally.kept + tally.missed}`;
    await owner.page.getByText(share, { exact: true }).first().waitFor();
  });

  it('and the evening’s pack is what happened', async () => {
    const { page } = desk;
    await setClock(day, '18:30');
    const pack = () =>
      say<{ id: string | null; lines: { kind: string; customerName: string; closedAt: string | null }[] }>(
        `/huddles?kind=evening&clinicId=${clinicId}`,
      );
    await expect.poll(async () => (await pack()).id, { timeout: 60_000 }).not.toBeNull();
    const { lines } = await pack();
    const talkedOf = (kind: string) =>
      lines
        .filter((line) => line.kind === kind && line.closedAt === null)
        .map(({ customerName }) => customerName)
        .toSorted();
    const expected = tallyOf(cast).pack;
    for (const [kind, people] of Object.entries(expected))
      expect(talkedOf(kind), kind).toEqual(names(people));
    await page.goto('/huddles?kind=evening');
    const section = page.getByRole('region', { name: '等候超时' });
    for (const { name } of expected['wait-over']) await section.getByText(name).waitFor();
    await photograph(page, 'day-3-evening');
    await setClock(day, '20:00');
    expectCalm(desk);
    expectCalm(owner);
  });
});
