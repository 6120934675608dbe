import type { Role } from '#domain/staff/role.ts';

/** Who counts as influential is no matter of the door and the first chat: those posts treat everybody alike. */
const withoutIt: readonly Role[] = ['front_desk', 'web_consultant'];

export const influenceFields: readonly string[] = ['hasInfluence', 'influenceNote'];

/** Whether a customer's social influence is shown to somebody of that post; to no key, which has none. */
export function maySeeInfluence(role: Role | null): boolean {
  return role !== null && !withoutIt.includes(role);
}
