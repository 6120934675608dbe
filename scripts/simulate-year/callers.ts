import {
  addHours,
  addMinutes,
  dayAt,
  addDays,
  instantAt,
  millisecondsOf,
  wallTimeAt,
} from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { CallSheet, RecordCall } from '#domain/followups/contract.ts';
import type { Role } from '#domain/staff/role.ts';
import type { Dice } from '#server/demo/dice.ts';
import { nameReason } from '#server/modules/coverage/name-reason.ts';
import { listLost } from '#server/modules/coverage/list-lost.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { assignFollowup, endFollowup } from '#server/modules/followups/end-followup.ts';
import { getCallSheet } from '#server/modules/followups/get-call-sheet.ts';
import { listToday } from '#server/modules/followups/list-today.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { undoCall } from '#server/modules/followups/undo-call.ts';
import { zone } from './clinics.ts';
import type { Colleague } from './clinics.ts';
import type { House } from './house.ts';
import type { Person } from './lives.ts';

type Sheet = CallSheet['followups'][number];
const changedMeanwhile = ['already-ended', 'stale-version'];

/** The staff at their lists: they call, miss days, mistype and take back, and the supervisor takes care of the rest. */
export class Callers {
  readonly #house: House;
  readonly #personOf: (name: string) => Person;
  readonly #missRate: number;
  calls = 0;

  constructor(house: House, personOf: (name: string) => Person, missRate: number) {
    this.#house = house;
    this.#personOf = personOf;
    this.#missRate = missRate;
  }

  /** Works through what the list shows now, out of hours only what was promised; gives when there is something again. */
  async workList(hours: 'open' | 'closed'): Promise<Instant | null> {
    const supervisor = this.#house.anyOf('cs_supervisor');
    const owedAt = await this.#house.nextOwedAt();
    if (owedAt === null || owedAt > this.#house.now) return owedAt;
    const today = await listToday(this.#house.as(supervisor), { page: 1, pageSize: 100, scope: 'all' });
    let next = today.nextAt;
    const sooner = (at: Instant | null): void => {
      if (at !== null && (next === null || at < next)) next = at;
    };
    for (const row of today.items) {
      const isForNow = row.opensAt <= this.#house.now && row.section !== 'waiting';
      if (isForNow && !this.#house.dice.happens(this.#missRate))
        sooner(await this.#work(row.customer.id, supervisor, hours));
      else sooner(isForNow ? this.#opening() : (row.nextTryAt ?? row.opensAt));
    }
    return next;
  }

  /** Whom nothing keeps: somebody asks again, or says why nobody does. */
  async takeUpLost(): Promise<void> {
    const supervisor = this.#house.anyOf('cs_supervisor');
    const { items } = await listLost(this.#house.as(supervisor), { page: 1, pageSize: 50 });
    for (const lost of items) {
      const { customerId } = lost;
      const isLeft = this.#house.dice.happens(0.3);
      const name = () => nameReason(this.#house.as(supervisor), { id: lost.id, reason: '不是我们的客户' });
      const remind = async () => {
        const sheet = await getCallSheet(this.#house.as(supervisor), { customerId });
        if (sheet.followups.length + sheet.upcoming.length > 0) return;
        const reminder = {
          customerId,
          assigneeId: this.#house.anyOf('cs_agent').id,
          matter: '问问还需要什么',
        };
        const dueOn = addDays(dayAt(this.#house.now, zone), 1);
        await createReminder(this.#house.as(supervisor), { ...reminder, dueOn });
      };
      if (lost.standingNow !== 'lost') continue;
      if (isLeft) await this.#house.act('a reason', name, ['found-already']);
      else await this.#house.act('a reminder', remind);
    }
  }

  async #work(customerId: string, supervisor: Colleague, hours: 'open' | 'closed'): Promise<Instant | null> {
    const sheet = await getCallSheet(this.#house.as(supervisor), { customerId });
    const due = sheet.followups.filter(
      ({ opensAt, nextTryAt, waitsUntil }) =>
        opensAt <= this.#house.now && (nextTryAt ?? '') <= this.#house.now && waitsUntil === null,
    );
    if (hours === 'closed') {
      const wished = due.filter(
        ({ nextTryAt }) => nextTryAt !== null && addHours(nextTryAt, 1) > this.#house.now,
      );
      if (wished.length > 0) return this.#call(sheet, wished, this.#callerOf(wished[0]!));
      return this.#opening();
    }
    const stuck = due.filter(({ escalation }) => escalation !== null);
    for (const followup of stuck) await this.#supervise(sheet, followup, supervisor);
    const [first] = due.filter(({ escalation }) => escalation === null);
    if (!first) return this.#opening();
    if (sheet.discreet && !sheet.discreet.maySpeakNow) return sheet.discreet.nextSafeAt;
    return this.#call(
      sheet,
      due.filter(({ escalation }) => escalation === null),
      this.#callerOf(first),
    );
  }

  async #call(sheet: CallSheet, due: readonly Sheet[], caller: Colleague): Promise<Instant | null> {
    const { dice } = this.#house;
    const heard = answerOf(dice, this.#personOf(sheet.customer.name), this.#house.now);
    this.calls += 1;
    const score = dice.happens(0.05) ? dice.whole(2, 7) : this.#personOf(sheet.customer.name).kindness;
    const call: RecordCall = {
      ...{
        customerId: sheet.customer.id,
        channel: 'phone',
        durationSeconds: 60,
        problem: null,
        actionPlan: null,
      },
      ...{ nextAppointmentOn: null, ...heard },
      followups: due.map(({ id, version, asksScore }) => {
        return {
          followupId: id,
          version,
          score: heard.result === 'reached' && asksScore ? score : null,
          notes: '好',
        };
      }),
    };
    const record = () => recordCall(this.#house.as(caller), call);
    const told = await this.#house.act('a call', record, changedMeanwhile);
    this.#house.advanceMinutes(3);
    if (told && dice.happens(0.04)) {
      const undo = () => undoCall(this.#house.as(caller), { id: told.callId });
      await this.#house.act('a slip', undo, ['already-undone', 'changed-since']);
    }
    await this.#house.tell();
    // What an answer led to, or a try that is on another's screen now, shows at the next look.
    const isSettled = told !== null && heard.result === 'reached' && score >= 8;
    if (isSettled) return null;
    return told?.followups.map(({ nextTryAt }) => nextTryAt ?? this.#opening()).sort()[0] ?? this.#house.now;
  }

  /** Who cannot be reached goes to somebody else or is given up for a reason; a wrong number is repaired, or not. */
  async #supervise(sheet: CallSheet, followup: Sheet, supervisor: Colleague): Promise<void> {
    const { dice } = this.#house;
    const { id } = followup;
    const ask = () => this.#house.as(supervisor);
    if (dice.happens(0.5)) {
      const reason = followup.escalation === 'wrong_number' ? '号码无法核实' : '多次未接，已寄信';
      await this.#house.act('giving up', () => endFollowup(ask(), { id, reason }), changedMeanwhile);
    } else if (followup.escalation === 'wrong_number') {
      const repair = async () => {
        const { id, version } = await getCustomer(ask(), { id: sheet.customer.id });
        return editCustomer(ask(), {
          id,
          version,
          phone: `138${String(dice.whole(0, 99_999_999)).padStart(8, '0')}`,
        });
      };
      await this.#house.act('a number', repair);
    } else {
      const staffId = this.#house.anyOf(followup.role as Role).id;
      await this.#house.act('handing on', () => assignFollowup(ask(), { id, staffId }), changedMeanwhile);
    }
    await this.#house.tell();
  }

  /** Who holds it, while they are there; else anybody of the post. */
  #callerOf({ assigneeId, role }: Sheet): Colleague {
    const holder = this.#house.clinics.staff.find(({ id, hasLeft }) => id === assigneeId && !hasLeft);
    return holder ?? this.#house.anyOf(role as Role);
  }

  /** The next time the clinics open, today or tomorrow. */
  #opening(): Instant {
    const today = dayAt(this.#house.now, zone);
    const [opens, opensNext] = [today, addDays(today, 1)].map((day) => instantAt(`${day}T09:30`, zone));
    return this.#house.now < opens! ? opens! : opensNext!;
  }
}

function answerOf(
  dice: Dice,
  person: Person,
  now: Instant,
): Pick<RecordCall, 'result' | 'callBackAt' | 'reason' | 'refusesAllContact'> {
  const nothing = { callBackAt: null, reason: null, refusesAllContact: false };
  if (!dice.happens(person.answers)) return { ...nothing, result: 'no_answer' };
  const roll = dice.roll();
  if (roll < 0.02) return { ...nothing, result: 'wrong_number' };
  if (roll < 0.06) {
    const isLeftAlone = dice.happens(0.3);
    return { ...nothing, result: 'refused', reason: '不需要', refusesAllContact: isLeftAlone };
  }
  if (roll < 0.12) return { ...nothing, result: 'call_back', callBackAt: wishOf(dice, now) };
  return { ...nothing, result: 'reached' };
}

/** "In the evening", "tomorrow at eight": the customer's own wish, also outside the hours in which others are called. */
function wishOf(dice: Dice, now: Instant): Instant {
  const today = wallTimeAt(now, zone).slice(0, 10);
  const wish = dice.happens(0.3)
    ? instantAt(`${today}T20:30`, zone)
    : instantAt(`${addDays(today, 1)}T${dice.pick(['08:15', '12:30', '17:00'])}`, zone);
  return millisecondsOf(wish) > millisecondsOf(addMinutes(now, 10)) ? wish : addHours(now, 20);
}
