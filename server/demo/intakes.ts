import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { AnswerValues } from '#domain/forms/form.ts';
import { intakeForms } from '#domain/forms/standard/intake.ts';
import type { PastForm } from '../modules/forms/add-form-history.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { diceOf, idsOf } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Story } from './stories.ts';
import type { StoryVisit } from './visits.ts';

/** Older forms are in the paper charts. */
const weeksOnTablet = 6;
/** Of those who are handed one; who is in pain and goes straight to the chair leaves without. */
const handedOut = 0.9;
const answered = 0.93;

/** What first visitors of the last weeks filled in while they waited (E3). */
export function intakesOf({ customer, visits }: Story, chain: Chain, now: Instant): PastForm[] {
  const first = visits.find(({ kind }) => kind === 'first');
  if (!first || first.openedAt < addHours(now, -weeksOnTablet * 7 * 24)) return [];
  const dice = diceOf('intake', customer.id);
  if (!dice.happens(handedOut)) return [];
  const askedAt = addMinutes(first.openedAt, dice.whole(1, 3));
  const at = addMinutes(askedAt, dice.whole(3, 9));
  const isAnswered = dice.happens(answered) && at < now;
  if (askedAt >= now) return [];
  const place = chain.clinics.findIndex(({ id }) => id === customer.clinicId);
  const [askedBy] = colleaguesOf(chain, 'front_desk', place);
  const newId = idsOf(Date.parse(askedAt), dice);
  return [
    {
      code: formFor(first).code,
      source: 'tablet',
      ...{ id: newId(), clinicId: first.clinicId, customerId: customer.id, visitId: first.id },
      ...{ doctorId: null, teamId: null, category: first.treatments[0]?.category ?? null },
      ...{ askedAt, askedBy: askedBy?.id ?? null, expiresAt: addHours(askedAt, 24) },
      answer: isAnswered ? { id: newId(), sendId: newId(), at, values: valuesOf(first, dice) } : null,
    },
  ];
}

function formFor({ treatments }: StoryVisit) {
  const category = treatments[0]?.category;
  return (
    intakeForms.find(({ categories }) => category !== undefined && categories.includes(category)) ??
    intakeForms[0]!
  );
}

function valuesOf({ chiefComplaint }: StoryVisit, dice: Dice): AnswerValues {
  return {
    complaint: chiefComplaint ?? '想请医生看看',
    'who-fills': 'self',
    allergies: ['none'],
    medicines: [dice.happens(0.1) ? 'pressure' : 'none'],
    conditions: ['none'],
    pregnancy: 'none',
    bleeding: ['none'],
    healing: ['none'],
    anaesthesia: [dice.pick(['never', 'none'])],
    calm: dice.pick(['calm', 'some', 'very']),
    consent: 'yes',
  };
}
