import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { Role } from '#domain/staff/role.ts';
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

/** What a script says of health is answered for by a doctor, and by another one than who wrote it. */
export function mayApprove(draft: Draft, doctor: { id: string; role: Role | null }): Decision {
  if (!draft.isClinical) return no('needs-no-doctor');
  if (draft.approvedById !== null) return no('already-approved');
  if (doctor.role !== 'doctor') return no('only-a-doctor');
  if (draft.authorIds.includes(doctor.id)) return no('own-script');
  return hasErrors(draft.findings) ? no('script-has-errors') : yes;
}

export function mayPublish(draft: Draft): Decision {
  if (hasErrors(draft.findings)) return no('script-has-errors');
  return draft.isClinical && draft.approvedById === null ? no('needs-a-doctor') : yes;
}
