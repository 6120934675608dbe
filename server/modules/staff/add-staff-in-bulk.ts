import type { Role } from '#domain/staff/role.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import { saveAccount } from './sign-in-store.ts';
import { insertStaff, replaceStaffPlaces } from './store.ts';

export interface NewStaff {
  id: string;
  name: string;
  role: Role;
  login: string;
  allClinics: boolean;
  clinicIds: readonly string[];
  teamIds: readonly string[];
}

/**
 * Adds people who sign in at once, without an invitation, all with the password of that hash; for a demo that
 * has made the organization itself. Throws Conflict `login-taken`.
 */
export async function addStaffInBulk(
  ctx: TransactionContext,
  people: readonly NewStaff[],
  passwordHash: string,
): Promise<void> {
  for (const person of people) {
    await insertStaff(ctx, { ...person, state: 'active' });
    await replaceStaffPlaces(ctx, person.id, person);
    if (!(await saveAccount(ctx, { login: person.login, staffId: person.id, passwordHash })))
      throw new Conflict('login-taken');
    await recordAudit(ctx, { action: 'staff.joined', subject: { type: 'staff', id: person.id } });
  }
}
