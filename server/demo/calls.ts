import { millisecondsOf } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { Channel, Step } from '#domain/followups/protocol.ts';
import type { RetryChannel } from '#domain/followups/ways-to-try.ts';
import { dayOf, instantOn } from './calendar.ts';
import { clinics } from './content/chain.ts';
import * as said from './content/remarks.ts';
import type { Trouble } from './content/troubles.ts';
import { answerTo, settlementOf } from './call-words.ts';
import type { Answer } from './call-words.ts';
import type { Dice } from './dice.ts';
import type { About } from './happenings.ts';
import type { Person } from './person.ts';
import type { Scene, Visits } from './visits.ts';

/** What a followup asks of a call. */
export interface Asked {
  protocolCode: string;
  step: Step;
  about: About;
  /** A reminder's outcomes. */
  outcomes: readonly string[] | null;
  /** The trouble that a supervisor calls about. */
  trouble: Trouble | null;
}

/** How one call went; each followup has its own answer, in the order asked. */
export interface Call {
  result: AttemptResult;
  channel: Channel;
  durationSeconds: number | null;
  callBackAt: Instant | null;
  reason: string | null;
  refusesAll: boolean;
  nextAppointmentOn: CalendarDate | null;
  problem: string | null;
  actionPlan: string | null;
  heard: { score: number | null; notes: string | null; trouble: Trouble | null }[];
}

export interface Caller {
  /** A supervisor, who has more ways to find somebody. */
  isSupervisor: boolean;
  triesBefore: number;
  /** Known to be somebody else's number. */
  isStranger: boolean;
  refusesContact: boolean;
  /** The way the ladder has turned to. */
  turn: RetryChannel | null;
}

export function callOf(
  scene: Scene,
  story: Visits,
  asked: readonly Asked[],
  at: Instant,
  caller: Caller,
): Call {
  const { dice } = scene;
  const channel = caller.turn ?? channelFor(scene.person, asked[0]!.step, dice);
  const result = resultOf(scene, channel, caller, dice);
  const call: Call = {
    result,
    channel,
    durationSeconds: durationOf(result, channel, dice),
    callBackAt: null,
    reason: null,
    refusesAll: false,
    nextAppointmentOn: null,
    problem: null,
    actionPlan: null,
    heard: asked.map(() => ({ score: null, notes: null, trouble: null })),
  };
  switch (result) {
    case 'reached':
      return { ...call, ...heardBy(scene, story, asked, at, caller) };
    case 'no_answer':
      return noted(call, dice.pick(channel === 'wechat' ? said.silentWechat : said.silence));
    case 'wrong_number':
      return noted(call, dice.pick(said.strangers));
    case 'call_back':
      return { ...noted(call, dice.pick(said.later)), callBackAt: wishedAfter(scene, at) };
    case 'refused': {
      const refusesAll = !caller.refusesContact && dice.happens(0.15);
      const isSeenAgain = story.visits.some((visit) => visit.openedAt > at) || dice.happens(0.7);
      const reason =
        caller.refusesContact || refusesAll
          ? said.refusesAll
          : dice.pick(isSeenAgain ? said.refusals : said.farewells);
      return { ...call, reason, refusesAll };
    }
  }
}

/** Some hours later at a quarter, or the next morning where that would be too late. */
function wishedAfter({ calendar, dice }: Scene, at: Instant): Instant {
  const day = dayOf(calendar, millisecondsOf(at));
  const minute = (millisecondsOf(at) - calendar.days[day]!.startsMs) / 60_000;
  const later = Math.ceil(minute / 15) * 15 + 15 * dice.whole(4, 20);
  if (later <= 19 * 60) return instantOn(calendar, day, later);
  return instantOn(calendar, Math.min(day + 1, calendar.days.length - 1), 570 + 15 * dice.whole(0, 12));
}

function noted(call: Call, notes: string): Call {
  return { ...call, heard: call.heard.map((each) => ({ ...each, notes })) };
}

function resultOf(scene: Scene, channel: Channel, caller: Caller, dice: Dice): AttemptResult {
  if (caller.isStranger && channel === 'phone') return 'wrong_number';
  const reach = caller.isSupervisor ? 0.94 : scene.person.reach + 0.08 * Math.min(caller.triesBefore, 2);
  if (!dice.happens(reach)) return 'no_answer';
  if (caller.refusesContact) return 'refused';
  return dice.pickBy(['reached', 'call_back', 'refused'] as const, (result) =>
    caller.isSupervisor ? Number(result === 'reached') : { reached: 955, call_back: 38, refused: 7 }[result],
  );
}

function channelFor({ wechat }: Person, step: Step, dice: Dice): Channel {
  if (wechat === null || !step.channels.includes('wechat')) return 'phone';
  if (!step.channels.includes('phone')) return 'wechat';
  return dice.happens(step.channels[0] === 'wechat' ? 0.6 : 0.16) ? 'wechat' : 'phone';
}

function durationOf(result: AttemptResult, channel: Channel, dice: Dice): number | null {
  if (channel !== 'phone' || result === 'no_answer') return null;
  return result === 'reached' ? 40 + Math.floor(145 * dice.roll() ** 1.4) : dice.whole(10, 35);
}

function heardBy(
  scene: Scene,
  story: Visits,
  asked: readonly Asked[],
  at: Instant,
  caller: Caller,
): Partial<Call> {
  const { dice } = scene;
  const first = answerFor(scene, asked[0]!, caller, null);
  const others = asked.slice(1).map((each) =>
    // One conversation has one tone: who complained of one thing does not praise the other.
    first.trouble
      ? { ...first, score: each.step.asksScore ? first.score : null }
      : answerFor(scene, each, caller, first.score),
  );
  const comesNext = story.visits.find((visit) => visit.openedAt > at);
  const isSoon = comesNext && millisecondsOf(comesNext.openedAt) - millisecondsOf(at) < 45 * 86_400_000;
  return {
    heard: [first, ...others],
    problem: first.problem,
    actionPlan: first.actionPlan,
    nextAppointmentOn: isSoon && dice.happens(0.35) ? comesNext.visitedOn : null,
  };
}

function answerFor(scene: Scene, asked: Asked, caller: Caller, given: number | null): Answer {
  const { dice, person } = scene;
  const plain = { score: null, problem: null, actionPlan: null, trouble: null };
  if (asked.outcomes) return { ...plain, notes: `${dice.pick(asked.outcomes)}。` };
  if (asked.trouble) return settlementOf(asked.trouble, dice);
  const matter = {
    ...asked.about,
    protocolCode: asked.protocolCode,
    asksScore: asked.step.asksScore,
    clinicKind: clinics[person.clinic]!.kind,
  };
  const answer = answerTo(matter, dice, given);
  if (!caller.isSupervisor) return answer;
  const found = dice.pick(caller.isStranger ? said.numberFound : said.supervisorReached);
  return { ...answer, notes: `${found}。` };
}
