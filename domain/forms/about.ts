import type { TreatmentCategory } from '#domain/visits/visit.ts';

interface VisitOnRecord {
  id: string;
  clinicId: string;
  treatments: readonly { category: TreatmentCategory; doctorId: string | null; teamId: string | null }[];
}

/**
 * Whose work a form asks about: the visit named, else the last one; in it the first treatment the form belongs to, else
 * the first with a doctor, else the first.
 */
export function aboutVisit(
  visits: readonly VisitOnRecord[],
  visitId: string | null,
  categories: readonly TreatmentCategory[],
): {
  visitId: string | null;
  clinicId: string | null;
  doctorId: string | null;
  teamId: string | null;
  category: TreatmentCategory | null;
} {
  const visit = visits.find(({ id }) => visitId === null || id === visitId);
  const treatments = visit?.treatments ?? [];
  const treatment =
    treatments.find(({ category }) => categories.includes(category)) ??
    treatments.find(({ doctorId }) => doctorId !== null) ??
    treatments[0];
  return {
    visitId: visit?.id ?? null,
    clinicId: visit?.clinicId ?? null,
    doctorId: treatment?.doctorId ?? null,
    teamId: treatment?.teamId ?? null,
    category: treatment?.category ?? null,
  };
}

interface FormOnOffer {
  code: string;
  categories: readonly TreatmentCategory[];
}

/** The forms worth offering after these treatments: those filed under them, then those for any, then the rest. */
export function suggestedForms(
  forms: readonly FormOnOffer[],
  treated: readonly TreatmentCategory[],
): string[] {
  const rank = ({ categories }: FormOnOffer): number => {
    if (categories.some((category) => treated.includes(category))) return 0;
    return categories.length === 0 ? 1 : 2;
  };
  return forms
    .map((form, index) => ({ form, index }))
    .sort((one, other) => rank(one.form) - rank(other.form) || one.index - other.index)
    .map(({ form }) => form.code);
}
