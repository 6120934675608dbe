import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { promisesIn } from '#domain/scripts/promises.ts';
import type { RecoveryCard } from './card.ts';

/** A card is said in the clinic's name once a doctor who did not write it answers for it. */
export function mayApproveCard(
  { authorIds, promises }: { authorIds: readonly string[]; promises: readonly string[] },
  doctor: { id: string; treats: boolean },
): Decision {
  if (!doctor.treats) return no('only-a-doctor');
  if (authorIds.includes(doctor.id)) return no('own-card');
  return promises.length > 0 ? no('card-promises') : yes;
}

/** What the card promises that nobody may; what must not be said may well name it. */
export function promisesOf({ name, days }: Pick<RecoveryCard, 'name' | 'days'>): string[] {
  const said = days.flatMap(({ expected, say, questions, signs }) => [
    expected,
    say,
    ...signs.map((sign) => sign.name),
    ...questions.flatMap((question) => [question.name, ...question.choices.map((choice) => choice.name)]),
  ]);
  return [...new Set([name, ...said].flatMap(({ zh, en }) => [...promisesIn(zh), ...promisesIn(en)]))];
}
