import type { Role } from '#domain/staff/role.ts';
import type { ReleaseDecider } from './release-rules.ts';

/**
 * Who decides on a release. The head of the department that owns leads (网电、客服) is the customer-service supervisor
 * (客服主管): no post is nearer to the web consultants. A manager decides on everything.
 */
const posts: Record<ReleaseDecider, readonly Role[]> = {
  department_head: ['cs_supervisor', 'manager', 'owner'],
  manager: ['manager', 'owner'],
};

/** Whose decisions somebody of that post makes. */
export function deciderSeats(role: Role | null): ReleaseDecider[] {
  return role === null
    ? []
    : (Object.keys(posts) as ReleaseDecider[]).filter((seat) => posts[seat].includes(role));
}
