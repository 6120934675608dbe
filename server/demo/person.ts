import { addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { aestheticCare } from './content/aesthetic-care.ts';
import type { CarePath } from './content/care-path.ts';
import { clinics } from './content/chain.ts';
import { dentalCare } from './content/dental-care.ts';
import { address, channelSource, occupation, phone, remark, wechat } from './content/facts.ts';
import { givenName, surname } from './content/names.ts';
import type { Gender } from './content/names.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';

export interface Person {
  id: string;
  name: string;
  gender: Gender;
  birthday: CalendarDate | null;
  birthYear: number | null;
  phone: string;
  wechat: string | null;
  address: string | null;
  occupation: string | null;
  channelSource: string;
  notes: string | null;
  /** The place of the clinic in the chain. */
  clinic: number;
  /** What brings them, from `paths`. */
  need: CarePath;
  paths: readonly CarePath[];
  /** Never came so far, only asked. */
  onlyAsked: boolean;
  /** How easily they are reached, from 0 to 1. */
  reach: number;
  /** Whether the number they left is somebody else's. */
  wrongNumber: boolean;
}

/** The desk adds most people as it receives them; the old less often, and a child not at all. */
const onWechat = { grownUps: 0.7, old: 0.45, oldFrom: 60 };

/** Grown-ups of one clinic who may turn up again as the parents of a child. */
interface Parent {
  surname: string;
  name: string;
  gender: Gender;
  /** Not known where the parent is no customer. */
  phone: string | null;
  address: string | null;
}

/** Makes people one after the other; a child often belongs to somebody who was there before. */
export function newcomers(today: CalendarDate): (id: string, dice: Dice) => Person {
  const parents: Parent[][] = clinics.map(() => []);
  const phones = new Set<string>();
  const ownPhone = (dice: Dice): string => {
    for (;;) {
      const number = phone(dice);
      if (phones.has(number)) continue;
      phones.add(number);
      return number;
    }
  };
  return (id, dice) => {
    const clinic = clinics.indexOf(dice.pickBy(clinics, (each) => each.share));
    const paths = clinics[clinic]!.kind === 'dental' ? dentalCare : aestheticCare;
    const need = dice.pickBy(paths, (path) => path.share);
    const gender: Gender = dice.happens(need.women) ? 'female' : 'male';
    const age = ageFor(need, dice);
    const child = age < 16;
    const parent = child ? parentFor(parents[clinic]!, age, today, dice) : null;
    const number = parent?.phone ?? ownPhone(dice);
    const family = parent?.gender === 'male' ? parent.surname : surname(dice);
    const birthYear = Number(today.slice(0, 4)) - age;
    const person: Person = {
      id,
      name: family + givenName(dice, gender, birthYear),
      gender,
      ...birth(dice, today, age, child),
      phone: number,
      wechat: child ? null : wechatOf(id, age),
      address: parent?.address ?? (dice.happens(0.8) ? address(dice, clinic) : null),
      occupation: occupation(dice, age, gender),
      channelSource: parent && dice.happens(0.5) ? '转介绍' : channelSource(dice),
      notes: parent ? guardianOf(parent) : remark(dice),
      clinic,
      need,
      paths,
      onlyAsked: dice.happens(0.06),
      reach: dice.happens(0.08) ? 0.2 + 0.3 * dice.roll() : 0.6 + 0.38 * Math.sqrt(dice.roll()),
      wrongNumber: dice.happens(0.01),
    };
    if (age >= 26 && age <= 48) parents[clinic]!.push({ ...person, surname: family });
    if (parents[clinic]!.length > 200) parents[clinic]!.shift();
    return person;
  };
}

/** Most are nearer to the lower end of who comes with such a need. */
function ageFor(need: CarePath, dice: Dice): number {
  const [from, to] = need.ages;
  return from + Math.floor((to - from + 1) * dice.roll() ** 1.25);
}

function birth(
  dice: Dice,
  today: CalendarDate,
  age: number,
  isChild: boolean,
): { birthday: CalendarDate | null; birthYear: number | null } {
  const birthday = addDays(`${Number(today.slice(0, 4)) - age}${today.slice(4, 7)}-01`, -dice.whole(1, 360));
  if (isChild || dice.happens(0.86)) return { birthday, birthYear: null };
  return { birthday: null, birthYear: dice.happens(0.7) ? Number(birthday.slice(0, 4)) : null };
}

/** By dice of its own: who is on WeChat has the same story as before they were. */
function wechatOf(id: string, age: number): string | null {
  const dice = diceOf('wechat', id);
  return dice.happens(age < onWechat.oldFrom ? onWechat.grownUps : onWechat.old) ? wechat(dice) : null;
}

function parentFor(known: readonly Parent[], age: number, today: CalendarDate, dice: Dice): Parent {
  if (known.length > 0 && dice.happens(0.6)) return dice.pick(known);
  const gender: Gender = dice.happens(0.75) ? 'female' : 'male';
  const family = surname(dice);
  const name = family + givenName(dice, gender, Number(today.slice(0, 4)) - age - dice.whole(24, 34));
  return { surname: family, name, gender, phone: null, address: null };
}

function guardianOf(parent: Parent): string {
  return `监护人：${parent.gender === 'female' ? '母亲' : '父亲'}${parent.name}`;
}
