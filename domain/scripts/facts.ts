import type { Grade } from '#domain/grading/rule-set.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import type { Condition } from './script.ts';

const ofAgeAt = 18;

/** What the conditions of a script ask of a customer. */
export interface ScriptFacts {
  gender: 'female' | 'male' | 'unknown';
  age: number | null;
  visitKind: VisitKind | null;
  grade: Grade;
  treatmentCategories: readonly TreatmentCategory[];
  hasAppointment: boolean;
}

/** Whether somebody's age is known to be that of a minor. */
export function isMinor({ age }: Pick<ScriptFacts, 'age'>): boolean {
  return age !== null && age < ofAgeAt;
}

/** Whether all of the condition holds for this customer. */
export function meets(condition: Condition, facts: ScriptFacts): boolean {
  const { genders, ageFrom, ageTo, visitKind, grades, treatmentCategories } = condition;
  return (
    (genders === undefined || genders.some((gender) => gender === facts.gender)) &&
    (ageFrom === undefined || (facts.age !== null && facts.age >= ageFrom)) &&
    (ageTo === undefined || (facts.age !== null && facts.age <= ageTo)) &&
    (condition.isMinor === undefined || condition.isMinor === isMinor(facts)) &&
    (visitKind === undefined || visitKind === facts.visitKind) &&
    (grades === undefined || grades.includes(facts.grade)) &&
    (treatmentCategories === undefined ||
      treatmentCategories.some((category) => facts.treatmentCategories.includes(category))) &&
    (condition.hasAppointment === undefined || condition.hasAppointment === facts.hasAppointment)
  );
}

/** Whether there can be anybody for whom it holds. */
export function canHold({ ageFrom, ageTo, isMinor }: Condition): boolean {
  const from = Math.max(ageFrom ?? 0, isMinor === false ? ofAgeAt : 0);
  const to = Math.min(ageTo ?? Infinity, isMinor === true ? ofAgeAt - 1 : Infinity);
  return from <= to;
}
