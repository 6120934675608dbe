import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { hasErrors } from './lint.ts';
import type { Finding } from './lint.ts';

interface Draft {
  isClinical: boolean;
  /** Everybody who wrote on it. */
  authorIds: readonly string[];
  /** The doctor who approved it as it is now. */
  approvedById: string | null;
  findings: readonly Finding[];
}

/** Whether a doctor has to answer for a draft: nobody takes that from a script that is said by saying it is harmless. */
export function needsDoctor(
  draft: { isClinical: boolean },
  inForce: { isClinical: boolean } | null | undefined,
): boolean {
  return draft.isClinical || (inForce?.isClinical ?? false);
}

/** What a script says of health is answered for by a doctor, and by another one than who wrote it. */
export function mayApprove(draft: Draft, doctor: { id: string; treats: boolean }): Decision {
  if (!draft.isClinical) return no('needs-no-doctor');
  if (draft.approvedById !== null) return no('already-approved');
  if (!doctor.treats) return no('only-a-doctor');
  if (draft.authorIds.includes(doctor.id)) return no('own-script');
  return hasErrors(draft.findings) ? no('script-has-errors') : yes;
}

export function mayPublish(draft: Draft): Decision {
  if (hasErrors(draft.findings)) return no('script-has-errors');
  return draft.isClinical && draft.approvedById === null ? no('needs-a-doctor') : yes;
}
