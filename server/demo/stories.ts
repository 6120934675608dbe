import { addMinutes, instantOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { NewCustomer } from '../modules/customers/add-customers.ts';
import type { FollowupHistory } from '../modules/followups/add-followup-history.ts';
import type { PlanningGround } from '../modules/followups/plan-events.ts';
import { calendarOf, instantOn } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { officeOf } from './case-file.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain, Colleague } from './chain.ts';
import { zone } from './content/chain.ts';
import { deskOf } from './desk.ts';
import { diceOf, idsOf } from './dice.ts';
import type { Dice } from './dice.ts';
import { followUp } from './followups.ts';
import { newcomers } from './person.ts';
import { visitsOf } from './visits.ts';
import type { StoryVisit, Visits } from './visits.ts';

/** Two years back, and five weeks ahead for what is booked. */
const length = { daysBack: 730, daysAhead: 35 };

/** Everything about one customer, as the database is to hold it. */
export interface Story {
  customer: Omit<NewCustomer, 'number'>;
  /** Who took the first call or received the customer. */
  receivedBy: Colleague;
  appointments: Visits['appointments'];
  visits: StoryVisit[];
  history: FollowupHistory;
}

/**
 * The customers of a chain in the order in which they came, with all that happened to them up to `now`. The same
 * seed, time and chain tell the same stories.
 */
export function* storiesOf(
  chain: Chain,
  ground: PlanningGround,
  told: { seed: string; now: Instant; customers: number },
): Generator<Story, void> {
  const calendar = calendarOf(told.now, zone, length);
  const office = officeOf(deskOf(chain, calendar), ground);
  const newcomer = newcomers(calendar.days[calendar.today]!.on);
  const newId = idsOf(calendar.nowMs, diceOf(told.seed, 'ids'));
  const arrivals = arrivalDays(calendar, told.customers, diceOf(told.seed, 'arrivals'));
  for (const [place, arrivedOn] of arrivals.entries()) {
    const dice = diceOf(told.seed, 'customer', place);
    const person = newcomer(newId(), dice);
    const scene = { person, chain, calendar, dice, newId };
    const { appointments, visits } = visitsOf(scene, arrivedOn);
    const createdAt = firstHeardOf({ appointments, visits }, calendar, arrivedOn, dice);
    const walkedIn = visits[0] && createdAt === visits[0].openedAt;
    const receivers = colleaguesOf(chain, walkedIn ? 'front_desk' : 'web_consultant', person.clinic);
    const consultants = colleaguesOf(chain, 'consultant', person.clinic);
    const ownerId = person.need.owned ? dice.pick(consultants).id : null;
    const { history, refusesContact } = followUp(scene, { appointments, visits }, office, {
      arrivedOn,
      ownerId,
    });
    const receivedBy = dice.pick(receivers);
    const ownedSince = tookOverAt(told.now, createdAt, dice);
    yield {
      customer: {
        id: person.id,
        clinicId: chain.clinics[person.clinic]!.id,
        name: person.name,
        gender: person.gender,
        birthday: person.birthday,
        birthYear: person.birthYear,
        phone: person.phone,
        wechat: person.wechat,
        address: person.address,
        occupation: person.occupation,
        channelSource: person.channelSource,
        notes: person.notes,
        ownerId,
        // Whoever only asked is their web consultant's until they come.
        webConsultantId: visits.length === 0 && receivedBy.role === 'web_consultant' ? receivedBy.id : null,
        ownedSince,
        refusesContact,
        lastVisitOn: visits.at(-1)?.visitedOn ?? null,
        createdAt,
      },
      receivedBy,
      appointments,
      visits,
      history,
    };
  }
}

/** Days on which people first ask, in order. Busy days bring more; at the start many come who knew the clinics before. */
function arrivalDays(calendar: Calendar, count: number, dice: Dice): number[] {
  const until = calendar.today + 1;
  const sums: number[] = [];
  let sum = 0;
  for (let day = 0; day < until; day += 1) {
    sum += calendar.days[day]!.busyness * (1.3 - (0.5 * day) / until);
    sums.push(sum);
  }
  return Array.from({ length: count }, () => firstAbove(sums, dice.roll() * sum)).sort((a, b) => a - b);
}

function firstAbove(sums: readonly number[], mark: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > mark) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Most customers were dealt out anew this week; of the others the release list is made. */
function tookOverAt(now: Instant, createdAt: Instant, dice: Dice): Instant {
  const isRecent = dice.happens(0.95);
  const thisWeek = addMinutes(now, -dice.whole(1, 6 * 24 * 60));
  return isRecent && createdAt < thisWeek ? thisWeek : createdAt;
}

/** When the record was opened: with the first appointment, at the first visit, or when somebody only asked. */
function firstHeardOf(story: Visits, calendar: Calendar, arrivedOn: number, dice: Dice): Instant {
  const asked = instantOn(calendar, arrivedOn, dice.whole(9 * 60, 20 * 60));
  const [appointment] = story.appointments;
  const [visit] = story.visits;
  const firsts = [appointment?.bookedAt, visit?.openedAt].filter((at) => at != null).sort();
  const latest = instantOf(calendar.nowMs - 60_000);
  const first = firsts[0] ?? asked;
  return first < latest ? first : latest;
}
