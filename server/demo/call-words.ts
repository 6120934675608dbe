import type { TreatmentCategory } from '#domain/visits/visit.ts';
import { bandOf } from '#domain/followups/satisfaction.ts';
import type { ClinicKind } from './content/chain.ts';
import { recoveryOf } from './content/recovery.ts';
import { afterwards, content, month, praise, reminded, survey } from './content/remarks.ts';
import { troubles } from './content/troubles.ts';
import type { Trouble } from './content/troubles.ts';
import type { Dice } from './dice.ts';

/** What a followup is about, as far as words go. */
export interface Matter {
  protocolCode: string;
  asksScore: boolean;
  /** What was done last, and by whom. */
  category: TreatmentCategory;
  doctorName: string;
  clinicKind: ClinicKind;
}

export interface Answer {
  score: number | null;
  notes: string;
  problem: string | null;
  actionPlan: string | null;
  trouble: Trouble | null;
}

/** Of a hundred answers. One in fourteen is low enough for the supervisor to call again. */
const scores = [
  { score: 10, weight: 44 },
  { score: 9, weight: 29 },
  { score: 8, weight: 20 },
  { score: 7, weight: 3 },
  { score: 6, weight: 2 },
  { score: 5, weight: 0.9 },
  { score: 4, weight: 0.6 },
  { score: 3, weight: 0.3 },
  { score: 1, weight: 0.2 },
];

const treatedSince: readonly string[] = ['first-visit', 'treated-24h', 'surgery', 'course-finished'];

/** What the customer answers: a score where one is asked for, the one `given` in the same call, and words that fit it. */
export function answerTo(matter: Matter, dice: Dice, given: number | null = null): Answer {
  const score = matter.asksScore ? (given ?? dice.pickBy(scores, (each) => each.weight).score) : null;
  const band = score === null ? 'satisfied' : bandOf(score);
  if (score !== null && (band === 'fair' || band === 'dissatisfied')) return complaint(matter, score, dice);
  const recovery = recoveryOf(matter.category, matter.clinicKind);
  const isSore = score !== 10 && treatedSince.includes(matter.protocolCode) && dice.happens(0.12);
  if (isSore) {
    const problem = dice.pick(recovery.sore);
    return {
      score,
      notes: sentence(problem),
      problem,
      actionPlan: dice.pick(recovery.advice),
      trouble: null,
    };
  }
  const opening = openingOf(matter, recovery.well, dice);
  const closing = score === null ? null : dice.pick(score >= 9 ? praise : content);
  return {
    score,
    notes: [opening, dice.happens(0.8) ? closing : null]
      .filter((part) => part !== null)
      .map((part) => sentence(part).replaceAll('{doctor}', `${matter.doctorName.slice(0, 1)}医生`))
      .join(''),
    problem: null,
    actionPlan: null,
    trouble: null,
  };
}

/** What the supervisor hears and arranges when calling about a low score. */
export function settlementOf(trouble: Trouble, dice: Dice): Answer {
  return {
    score: dice.pickBy([10, 9, 8, 7, 5], (score) => ({ 10: 14, 9: 34, 8: 36, 7: 12, 5: 4 })[score]!),
    notes: sentence(dice.pick(trouble.settled)),
    problem: null,
    actionPlan: dice.happens(0.6) ? dice.pick(afterwards) : null,
    trouble: null,
  };
}

function complaint(matter: Matter, score: number, dice: Dice): Answer {
  const wasTreated = matter.category !== 'consultation';
  const possible = troubles.filter((each) => each.needs !== 'treatment' || wasTreated);
  const trouble = dice.pickBy(possible, (each) => each.share);
  return {
    score,
    notes: sentence(dice.pick(score >= 6 ? trouble.fair : trouble.bad)),
    problem: dice.pick(trouble.problem),
    actionPlan: dice.pick(trouble.plan),
    trouble,
  };
}

function openingOf(matter: Matter, well: readonly string[], dice: Dice): string {
  switch (matter.protocolCode) {
    case 'month-satisfaction':
      return dice.pick(month);
    case 'orthodontics-survey':
      return dice.pick(survey);
    default:
      return dice.pick(reminded[matter.protocolCode] ?? well);
  }
}

function sentence(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}
