import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { AnswerValues, Dimension } from '#domain/forms/form.ts';
import { standardForms } from '#domain/forms/standard-forms.ts';
import type { PastForm } from '../modules/forms/add-form-history.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { diceOf, idsOf } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Story } from './stories.ts';
import type { StoryVisit } from './visits.ts';

/** Of a hundred visits so many are asked about by a link, or end with the service form on the tablet. */
const linkShare = 0.06;
const tabletShare = 0.04;
/** Who gets a link answers it, and who is handed the tablet. */
const answerLink = 0.58;
const answerTablet = 0.94;
/** The same evening, or a day later at the same hour. */
const hoursUntilAnswer = [0.1, 0.2, 0.4, 0.5, 0.8, 1.1, 24.3, 47.6];
/** What was low in the last days would be an open case: those come from calls. */
const settledAfterHours = 120;

/** What a customer was sent after some of the visits, and answered. */
export function formsOf({ customer, visits }: Story, chain: Chain, now: Instant): PastForm[] {
  const dice = diceOf('forms', customer.id);
  const place = chain.clinics.findIndex(({ id }) => id === customer.clinicId);
  return visits.flatMap((visit): PastForm[] => {
    const roll = dice.roll();
    if (roll >= linkShare + tabletShare || visit.treatments.length === 0) return [];
    const isLink = roll < linkShare;
    const service = standardForms.find(
      ({ kind, categories }) => kind === 'service' && categories.includes(visit.treatments[0]!.category),
    );
    if (!isLink && !service) return [];
    const askedAt = isLink ? addHours(visit.closedAt, dice.whole(1, 2)) : visit.closedAt;
    if (askedAt >= now) return [];
    const asked = isLink
      ? { code: 'satisfaction', source: 'link' as const }
      : { code: service!.code, source: 'tablet' as const };
    const [askedBy] = colleaguesOf(chain, isLink ? 'cs_agent' : 'front_desk', place);
    const newId = idsOf(Date.parse(askedAt), dice);
    const at = addHours(askedAt, isLink ? dice.pick(hoursUntilAnswer) : 0);
    const isAnswered = dice.happens(isLink ? answerLink : answerTablet) && at < now;
    const isSettled = at < addHours(now, -settledAfterHours);
    return [
      {
        ...asked,
        ...{ id: newId(), clinicId: visit.clinicId, customerId: customer.id, ...aboutOf(visit) },
        ...{ askedAt, askedBy: askedBy?.id ?? null, expiresAt: addHours(askedAt, 7 * 24) },
        answer: isAnswered
          ? { id: newId(), sendId: newId(), at, values: valuesOf(asked.code, isSettled, dice) }
          : null,
      },
    ];
  });
}

function aboutOf({ id, treatments }: StoryVisit) {
  const [first] = treatments;
  return {
    visitId: id,
    doctorId: first?.doctorId ?? null,
    teamId: first?.teamId ?? null,
    category: first?.category ?? null,
  };
}

function valuesOf(code: string, mayBeLow: boolean, dice: Dice): AnswerValues {
  const overall = overallOf(mayBeLow, dice);
  const near = (): number => Math.max(0, Math.min(10, overall + dice.pick([-2, -1, 0, 0, 0, 1, 1])));
  const wrong = dice.pickBy(wrongs, ({ weight }) => weight);
  const said = overall <= 7 && dice.happens(0.7) ? wrong.words : dice.happens(0.15) ? dice.pick(praise) : [];
  const unhappy = { 'what-was-wrong': [wrong.key], 'may-call': dice.pick(['yes', 'yes', 'message', 'no']) };
  const ownWords = code === 'satisfaction' ? 'words' : 'next-wish';
  return {
    overall,
    ...(overall <= 7 && unhappy),
    ...(said.length > 0 && { [ownWords]: dice.pick(said) }),
    ...(code === 'satisfaction'
      ? Object.fromEntries(parts.filter(() => dice.happens(0.8)).map((part) => [part, near()]))
      : { explained: dice.pick(explained), comfort: near() }),
  };
}

function overallOf(mayBeLow: boolean, dice: Dice): number {
  const score = dice.pickBy(overalls, ([, weight]) => weight)[0];
  return mayBeLow ? score : Math.max(8, score);
}

const overalls: readonly (readonly [number, number])[] = [
  [10, 44],
  [9, 27],
  [8, 16],
  [7, 5],
  [6, 3],
  [5, 2],
  [4, 1],
  [3, 1],
  [1, 1],
];
const parts: readonly Dimension[] = [
  'result',
  'doctor',
  'nursing',
  'service',
  'explanation',
  'waiting',
  'environment',
  'recommend',
];
const explained = [
  ['what-was-done', 'at-home', 'signs', 'next', 'costs'],
  ['what-was-done', 'at-home', 'signs', 'next'],
  ['what-was-done', 'at-home', 'next'],
  ['what-was-done', 'costs'],
];
const wrongs = [
  { key: 'waiting', weight: 5, words: ['约的两点，快三点才进诊室', '等的时候没人说还要多久'] },
  { key: 'explanation', weight: 3, words: ['方案讲得太快，回家才发现没听懂', '希望把费用一项一项写清楚'] },
  { key: 'price', weight: 2, words: ['比电话里说的贵了一些'] },
  { key: 'manner', weight: 2, words: ['前台有点不耐烦', '打电话问事情转了三个人'] },
  { key: 'discomfort', weight: 2, words: ['中途有点疼，说了才加麻药'] },
  { key: 'result', weight: 2, words: ['颜色和旁边的不太一样'] },
];
const praise = [
  ['医生很耐心，一步一步讲给我听'],
  ['护士一直问我疼不疼，很安心'],
  ['环境干净，下次带家人来'],
  ['前台帮我改了时间，谢谢'],
];
