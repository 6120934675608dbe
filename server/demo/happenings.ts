import { millisecondsOf, monthOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { PastAppointment } from '../modules/visits/add-history.ts';
import { monthEvents } from '../modules/followups/plan-month-round.ts';
import { planningEventOf } from '../modules/followups/plan-visit.ts';
import { dayOf, instantOn } from './calendar.ts';
import { colleaguesOf } from './chain.ts';
import type { Colleague } from './chain.ts';
import { reminders } from './content/remarks.ts';
import type { Scene, StoryVisit, Visits } from './visits.ts';

/** What a call would be about. */
export interface About {
  category: TreatmentCategory;
  doctorName: string;
}

/** Something that makes followups: an event for the protocols, or a reminder that somebody sets. */
export type Happening = { at: Instant; about: About } & ({ event: PlanningEvent } | { reminder: Reminder });

export interface Reminder {
  assigneeId: string;
  dueDay: number;
  matter: string;
  /** What may be heard when it is done. */
  outcomes: readonly string[];
}

/** All that happened to a person up to now, in its order. */
export function happeningsOf(scene: Scene, story: Visits, arrivedOn: number): Happening[] {
  const { calendar } = scene;
  const all = [
    ...story.visits.flatMap((visit) => visitHappenings(story, visit)),
    ...monthHappenings(scene, story),
    ...remindersOf(scene, story, arrivedOn),
  ];
  return all
    .filter((each) => millisecondsOf(each.at) < calendar.nowMs)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function visitHappenings(story: Visits, visit: StoryVisit): Happening[] {
  const categories = [...new Set(visit.treatments.map((each) => each.category))];
  const finishesCourse = visit.treatments.some((each) => each.finishesCourse);
  const planned = { ...visit, categories, finishesCourse, imported: false };
  const events = [planningEventOf(planned, 'visit.closed')];
  if (finishesCourse) events.push(planningEventOf(planned, 'course.finished'));
  const firstBraces = story.visits.find((each) => hasBraces(each));
  if (firstBraces === visit) events.push(planningEventOf(planned, 'orthodontics.started'));
  return events.map((event) => ({ at: event.at, event, about: aboutOf(visit) }));
}

function hasBraces(visit: StoryVisit): boolean {
  return visit.treatments.some((each) => each.category === 'orthodontics');
}

function monthHappenings({ person, chain, calendar }: Scene, story: Visits): Happening[] {
  const lastOfMonth = new Map(story.visits.map((visit) => [monthOf(visit.visitedOn), visit]));
  const clinicId = chain.clinics[person.clinic]!.id;
  return [...lastOfMonth].flatMap(([month, visit]) =>
    monthEvents(clinicId, month, calendar.zone, [person.id]).map((event) => ({
      at: event.at,
      event,
      about: aboutOf(visit),
    })),
  );
}

function aboutOf(visit: StoryVisit): About {
  return { category: visit.treatments[0]!.category, doctorName: visit.doctorName };
}

/** Older reminders would only make the story longer. */
const remindersSinceDays = 240;

/** What colleagues remind themselves of: to ask the undecided, to invite, to look after somebody, to confirm. */
function remindersOf(scene: Scene, story: Visits, arrivedOn: number): Happening[] {
  const { person, chain, calendar, dice } = scene;
  if (person.onlyAsked) {
    const at = instantOn(calendar, arrivedOn, dice.whole(9 * 60, 20 * 60));
    const by = dice.pick(colleaguesOf(chain, 'web_consultant', person.clinic));
    return [dice.whole(1, 3), dice.whole(6, 10), dice.whole(18, 40)].flatMap((days) =>
      remind(scene, { at, days, by, what: reminders.invited }),
    );
  }
  return [
    ...story.visits.flatMap((visit) => remindersAfter(scene, visit)),
    ...story.appointments.flatMap((appointment) => {
      const isFirst = !story.visits.some((visit) => visit.closedAt < appointment.startsAt);
      return reminderBefore(scene, appointment, isFirst, story.visits.at(-1));
    }),
  ];
}

/** After what a doctor likes to ask in person, and how often. */
const doctorsOwnCalls: Partial<Record<TreatmentCategory, number>> = {
  extraction: 0.6,
  surgery: 0.6,
  course: 0.2,
  injection: 0.2,
  prosthetics: 0.2,
};

function remindersAfter(scene: Scene, visit: StoryVisit): Happening[] {
  const { person, chain, dice } = scene;
  const at = visit.closedAt;
  const [treatment] = visit.treatments;
  if (visit.isUndecided) {
    const by = dice.pick(colleaguesOf(chain, 'consultant', person.clinic));
    return [dice.whole(2, 4), dice.whole(8, 14), dice.whole(25, 40)].flatMap((days) =>
      remind(scene, { at, days, by, what: reminders.pondering, visit }),
    );
  }
  if (dice.happens(doctorsOwnCalls[treatment!.category] ?? 0)) {
    const by = chain.staff.find((each) => each.id === treatment!.doctorId)!;
    return remind(scene, { at, days: 1, by, what: reminders.doctor, visit });
  }
  if (person.need.owned && dice.happens(0.4)) {
    const by = dice.pick(colleaguesOf(chain, 'consultant', person.clinic));
    return remind(scene, { at, days: dice.whole(9, 25), by, what: reminders.own, visit });
  }
  return [];
}

/** The day before, first visits by the one who answered the web, the others by the desk. */
function reminderBefore(
  scene: Scene,
  { state, bookedAt, startsAt }: PastAppointment,
  isFirst: boolean,
  visit: StoryVisit | undefined,
): Happening[] {
  const { person, chain, calendar, dice } = scene;
  const at = bookedAt!;
  const days = dayOf(calendar, millisecondsOf(startsAt)) - dayOf(calendar, millisecondsOf(at)) - 1;
  if (state === 'cancelled' || days < 1 || !dice.happens(isFirst ? 0.5 : 0.12)) return [];
  const by = dice.pick(colleaguesOf(chain, isFirst ? 'web_consultant' : 'front_desk', person.clinic));
  return remind(scene, { at, days, by, what: reminders.confirm, visit });
}

function remind(
  { calendar, dice }: Scene,
  {
    at,
    days,
    by,
    what,
    visit,
  }: {
    at: Instant;
    days: number;
    by: Colleague;
    what: (typeof reminders)[keyof typeof reminders];
    visit?: StoryVisit | undefined;
  },
): Happening[] {
  const setOn = dayOf(calendar, millisecondsOf(at));
  const dueDay = calendar.days.findIndex((day, place) => place >= setOn + days && day.busyness > 0);
  const matter = dice.pick(what.matters);
  if (dueDay === -1 || setOn < calendar.today - remindersSinceDays) return [];
  const about: About = visit ? aboutOf(visit) : { category: 'consultation', doctorName: '' };
  return [{ at, about, reminder: { assigneeId: by.id, dueDay, matter, outcomes: what.outcomes } }];
}
