import { addDays } from '#domain/base/time.ts';
import type { CalendarDate, WallTime } from '#domain/base/time.ts';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { Dice } from '#server/demo/dice.ts';

/** Somebody as they are, whatever the clinic knows of it. */
export interface Person {
  name: string;
  phone: string;
  birthday: CalendarDate;
  birthdayCalendar: 'solar' | 'lunar';
  clinic: number;
  /** How often they pick up. */
  answers: number;
  /** How well they think of the clinic, up to ten. */
  kindness: number;
  safeHours: DiscreetProfile['safeHours'];
}

export type Happening =
  | { kind: 'walks-in' }
  | { kind: 'asks'; isNoted: boolean }
  | { kind: 'is-on-a-sheet'; visitedOn: CalendarDate; comesOn: CalendarDate }
  | { kind: 'visits'; categories: TreatmentCategory[] }
  | { kind: 'books'; comesAt: WallTime }
  | { kind: 'cancels' }
  | { kind: 'stays-away' }
  | { kind: 'consults'; inClinic: boolean; ends: 'asked-again' | 'nothing' | 'deposit' | 'reopened' }
  | { kind: 'objects' }
  | { kind: 'dies' }
  | { kind: 'moves-away' };

/** What happens to whom, and when by the clinic's clock. */
export interface Moment {
  at: WallTime;
  who: number;
  what: Happening;
}

const treated: readonly TreatmentCategory[] = [
  ...(['surgery', 'injection', 'skin', 'course', 'orthodontics', 'implant'] as const),
  ...(['prosthetics', 'filling', 'extraction', 'cleaning', 'children', 'other'] as const),
];

export function somebody(dice: Dice, who: number, clinics: number): Person {
  const year = dice.happens(0.4) ? dice.whole(1986, 1991) : dice.whole(1950, 2012);
  const birthday = dice.happens(0.05)
    ? `${year - (year % 4)}-02-29`
    : addDays(`${year}-01-01`, dice.whole(0, 364));
  return {
    name: `客户${who}`,
    phone: `139${String(who).padStart(4, '0')}${dice.whole(1000, 9999)}`,
    birthday,
    birthdayCalendar: dice.happens(0.25) ? 'lunar' : 'solar',
    clinic: dice.whole(0, clinics - 1),
    answers: dice.pick([0.95, 0.8, 0.6, 0.3]),
    kindness: dice.pick([10, 10, 9, 9, 8, 6]),
    safeHours: dice.happens(0.15)
      ? [
          dice.pick([
            { days: [1, 2, 3, 4, 5], from: '18:00', to: '20:00' },
            { days: [6, 7], from: '10:00', to: '12:00' },
          ]),
        ]
      : [],
  };
}

/** One person's year with the clinic, in the order of its days. */
export function lifeOf(dice: Dice, who: number, year: { from: CalendarDate; days: number }): Moment[] {
  const life: Moment[] = [];
  let day = dice.whole(0, year.days - 30);
  const date = (days: number): CalendarDate => addDays(year.from, days);
  // Who is new comes in the morning, what follows in the afternoon: nobody is treated before they came.
  const then = (what: Happening, [from, to] = [12, 17] as [number, number], inDays = 0): void => {
    const clock = `${String(dice.whole(from, to)).padStart(2, '0')}:${dice.pick(['00', '15', '30', '45'])}`;
    if (day + inDays < year.days) life.push({ at: `${date(day + inDays)}T${clock}`, who, what });
  };
  const entry = dice.roll();
  if (entry < 0.5) then({ kind: 'walks-in' }, [9, 11]);
  else if (entry < 0.85) then({ kind: 'asks', isNoted: dice.happens(0.5) }, [9, 11]);
  else {
    const comesOn = date(day + dice.whole(2, 30));
    then({ kind: 'is-on-a-sheet', visitedOn: date(day - dice.whole(1, 40)), comesOn }, [9, 11]);
  }

  const times = dice.whole(0, 3);
  for (let time = 0; time < times; time += 1) {
    day += time === 0 && entry < 0.5 ? 0 : dice.whole(1, 80);
    const isTalk = dice.happens(0.35);
    if (time > 0 && dice.happens(0.5)) day += bookBefore(dice, then, date, day);
    if (!isTalk) then({ kind: 'visits', categories: someOf(dice) });
    else {
      const ends = dice.pick(['asked-again', 'nothing', 'deposit', 'reopened'] as const);
      then({ kind: 'consults', inClinic: dice.happens(0.5), ends });
    }
  }
  if (dice.happens(0.12)) {
    day += dice.whole(1, 60);
    then({ kind: dice.pick(['objects', 'dies', 'moves-away'] as const) });
  }
  return life;
}

/** They book, and come that day, or cancel, or stay away and come another; gives how many days that takes. */
function bookBefore(
  dice: Dice,
  then: (what: Happening, hours?: [number, number], inDays?: number) => void,
  date: (days: number) => CalendarDate,
  day: number,
): number {
  const ahead = dice.whole(2, 12);
  then({ kind: 'books', comesAt: `${date(day + ahead)}T11:00` }, [12, 14]);
  const comes = dice.roll();
  if (comes < 0.6) return ahead;
  if (comes < 0.8) then({ kind: 'cancels' }, [15, 17], dice.whole(0, ahead - 1));
  else then({ kind: 'stays-away' }, [12, 14], ahead);
  return ahead + dice.whole(1, 20);
}

function someOf(dice: Dice): TreatmentCategory[] {
  const one = dice.pick(treated);
  return dice.happens(0.2) ? [...new Set([one, dice.pick(treated)])] : dice.happens(0.1) ? [] : [one];
}
