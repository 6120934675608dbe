import type { Instant } from '#domain/base/time.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { VisitKind } from '#domain/visits/visit.ts';

/** Where somebody's intake form is: nobody asked, asked and not there yet, or on record. */
export const intakeStates = ['owed', 'asked', 'done'] as const;
export type IntakeState = (typeof intakeStates)[number];

export interface KnownIntake {
  askedAt: Instant;
  answeredAt: Instant | null;
}

/** E3: who comes for the first time owes one; filled in at home before the visit it counts as well. Null owes nothing. */
export function intakeOf(kind: VisitKind, known: KnownIntake | undefined): IntakeState | null {
  if (known?.answeredAt) return 'done';
  if (kind !== 'first') return null;
  return known ? 'asked' : 'owed';
}

interface IntakeOnOffer {
  code: string;
  kind: string;
  categories: readonly TreatmentCategory[];
  version: number | null;
}

/** Which intake form fits what somebody comes for: the one filed under it, else one for everything, else the first. */
export function intakeFor(
  forms: readonly IntakeOnOffer[],
  category: TreatmentCategory | null,
): string | null {
  const offered = forms.filter(({ kind, version }) => kind === 'intake' && version !== null);
  const fit =
    offered.find(({ categories }) => category !== null && categories.includes(category)) ??
    offered.find(({ categories }) => categories.length === 0) ??
    offered[0];
  return fit?.code ?? null;
}
