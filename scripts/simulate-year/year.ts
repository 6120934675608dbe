import { addDays, dayAt, instantAt } from '#domain/base/time.ts';
import type { CalendarDate, Instant, WallTime } from '#domain/base/time.ts';
import { diceOf } from '#server/demo/dice.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/context.ts';
import { Callers } from './callers.ts';
import { CaseWorkers } from './case-workers.ts';
import { openClinics, zone } from './clinics.ts';
import { FrontDesk } from './front-desk.ts';
import { House } from './house.ts';
import type { Deaths } from './house.ts';
import { changesOf } from './house-changes.ts';
import { lifeOf, somebody } from './lives.ts';

export interface YearOptions {
  seed: number;
  clinics: number;
  customers: number;
  from: CalendarDate;
  days: number;
  /** How often the process dies in an act. */
  deathRate: number;
  /** How often somebody does not get round to a customer of the day's list. */
  missRate: number;
  /** What runs at night: everything, or what followups depend on. */
  jobs: 'all' | 'followups';
  /** After so many days at most there is a night: the birthdays of a week ahead are looked for, so 7 misses none. */
  nightEveryDays: number;
  /** Where the sheets lie that are brought in. */
  dataDir: string;
}

export interface Year {
  orgId: string;
  until: Instant;
  acts: number;
  calls: number;
  daysWorked: number;
  deaths: Deaths;
}

/** Who asked yesterday may still wait for their plan; the night after finds who does in vain. */
const nothingIsLostFor = 2;

/**
 * A year of some clinics by the program's own verbs, drawn from a seed. Days on which nothing happens, nobody is owed
 * anything and no clock has anything to do are not lived through.
 */
export async function simulateYear(database: Database, options: YearOptions): Promise<Year> {
  const { seed, from, days } = options;
  const dice = diceOf('a year', seed);
  const clock = clockAt(instantAt(`${from}T07:00`, zone));
  const clinics = await openClinics({ database, clock }, { count: options.clinics, dice });
  const house = new House(database, clinics, dice, options);
  house.set(`${from}T07:00`);
  const people = Array.from({ length: options.customers }, (_, who) =>
    somebody(diceOf('somebody', seed, who), who, options.clinics),
  );
  const desk = new FrontDesk(house, people, options.dataDir);
  const byName = new Map(people.map((person) => [person.name, person]));
  const callers = new Callers(house, (name) => byName.get(name) ?? people[0]!, options.missRate);
  const caseWorkers = new CaseWorkers(house);

  const moments = people.flatMap((_, who) => lifeOf(diceOf('a life', seed, who), who, { from, days }));
  const byDay = Map.groupBy(moments, ({ at }) => at.slice(0, 10));
  const changes = changesOf(diceOf('the house', seed), { from, days });
  const until = addDays(from, days);
  const nights = new Set<CalendarDate>();
  let listAgainAt: Instant | null = null;
  let daysWorked = 0;
  let lastNight = from;

  for (let day = from; day < until; day = addDays(day, 1)) {
    const happening = (byDay.get(day) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1));
    const isListDue: boolean = listAgainAt !== null && dayAt(listAgainAt, zone) <= day;
    const isNightDue =
      nights.has(day) || day.endsWith('-01') || addDays(lastNight, options.nightEveryDays) <= day;
    const ofHouse = changes.filter((change) => change.on === day);
    if (happening.length === 0 && !isListDue && !isNightDue && ofHouse.length === 0) continue;
    daysWorked += 1;
    house.set(`${day}T08:00`);
    if (isNightDue) {
      await house.night(options.jobs);
      lastNight = day;
      await callers.takeUpLost();
      listAgainAt = house.now;
    }
    for (const change of ofHouse) await change.make(house);
    // Early and late only who asked for it is called.
    const rounds = ['08:20', '09:30', '11:00', '12:30', '15:30', '18:30', '20:35'].map(
      (time) => `${day}T${time}`,
    );
    const plan = [...happening.map(({ at }) => at), ...rounds].sort();
    for (const at of plan) {
      house.set(at);
      const moment = happening.find((each) => each.at === at);
      if (moment) {
        for (const each of happening.filter((one) => one.at === at)) await desk.happen(each);
        happening.splice(0, happening.length, ...happening.filter((one) => one.at !== at));
        if (moment.what.kind !== 'visits') nights.add(addDays(day, nothingIsLostFor));
        listAgainAt = house.now;
      } else if (listAgainAt !== null && listAgainAt <= house.now) {
        listAgainAt = await callers.workList(isOpenAt(at) ? 'open' : 'closed');
      }
    }
    // What was kept from who was unhappy is on the lists again.
    if (await caseWorkers.work()) listAgainAt = house.now;
  }
  house.set(`${until}T08:00`);
  await house.night(options.jobs);
  const { acts, deaths } = house;
  return { orgId: clinics.orgId, until: house.now, acts, calls: callers.calls, daysWorked, deaths };
}

function isOpenAt(wall: WallTime): boolean {
  const clock = wall.slice(11);
  return clock >= '09:00' && clock < '20:00';
}
