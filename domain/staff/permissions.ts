import type { Role } from './role.ts';

/** Everything that may be allowed or refused. A route names one of these, or does not exist. */
export const permissions = [
  'organization.read',
  'organization.manage',
  'staff.read',
  'staff.manage',
  'api-keys.manage',
  'customers.read',
  'customers.write',
  'customers.reveal-phone',
  'appointments.read',
  'appointments.write',
  'appointments.manage',
  'visits.read',
  'visits.write',
  'followups.read',
  'followups.work',
  'followups.supervise',
  'protocols.read',
  'scripts.read',
  'scripts.write',
  'scripts.approve',
  'protocols.manage',
  'red-flags.answer',
  'ledger.read',
  'ledger.write',
  'ledger.review',
  'identity.review',
  'consultations.read',
  'consultations.write',
  'consultations.manage',
  'classes.set',
  'classes.confirm',
  'classes.manage',
  'classes.review',
  'grading.read',
  'grading.manage',
  'grading.override',
  'ownership.read',
  'ownership.claim',
  'ownership.decide',
  'ownership.manage',
  'consents.read',
  'consents.write',
  'messages.read',
  'messages.send',
  'messages.manage',
  'imports.run',
  'audit.read',
  'trial-clock.set',
] as const;

export type Permission = (typeof permissions)[number];

const everyone: Permission[] = ['organization.read', 'staff.read'];
const careForCustomers: Permission[] = [
  ...everyone,
  'customers.read',
  'customers.write',
  'customers.reveal-phone',
  'appointments.read',
  'appointments.write',
  'visits.read',
  'followups.read',
  'followups.work',
  'protocols.read',
  'scripts.read',
  'ledger.read',
  'consultations.read',
  'consultations.write',
  'classes.set',
  'grading.read',
  'ownership.read',
  'consents.read',
  'consents.write',
  'messages.read',
  'messages.send',
];

/**
 * Who may what (H1). An administrator runs the accounts and sees no customer; the owner of the
 * organization may everything.
 */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  owner: permissions,
  admin: [
    ...everyone,
    'organization.manage',
    'staff.manage',
    'api-keys.manage',
    'audit.read',
    'trial-clock.set',
  ],
  manager: [
    ...careForCustomers,
    'appointments.manage',
    'visits.write',
    'ledger.write',
    'ledger.review',
    'identity.review',
    'consultations.manage',
    'classes.confirm',
    'classes.manage',
    'classes.review',
    'grading.manage',
    'grading.override',
    'ownership.claim',
    'ownership.decide',
    'ownership.manage',
    'followups.supervise',
    'scripts.write',
    // Whom they invite holds no more than they do; that only a doctor approves is asked of the role.
    'scripts.approve',
    'red-flags.answer',
    'protocols.manage',
    'messages.manage',
    'imports.run',
    'audit.read',
    'staff.manage',
    'trial-clock.set',
  ],
  cs_supervisor: [
    ...careForCustomers,
    'visits.write',
    'followups.supervise',
    'scripts.write',
    'protocols.manage',
    'messages.manage',
    'ledger.review',
    'classes.confirm',
    'classes.review',
    'ownership.decide',
    'imports.run',
    'trial-clock.set',
  ],
  cs_agent: [...careForCustomers],
  front_desk: [...careForCustomers, 'visits.write', 'ledger.write', 'identity.review'],
  consultant: [...careForCustomers, 'visits.write', 'ledger.write', 'classes.confirm', 'ownership.claim'],
  web_consultant: [...careForCustomers, 'classes.confirm', 'ownership.claim'],
  doctor: [...careForCustomers, 'visits.write', 'classes.confirm', 'scripts.approve', 'red-flags.answer'],
  nurse: [...careForCustomers, 'visits.write'],
};

export function mayDo(held: readonly Permission[], wanted: Permission): boolean {
  return held.includes(wanted);
}

/** Nobody gives a post that holds more than their own: a manager cannot make an owner. */
export function mayGrantRole(granter: readonly Permission[], role: Role): boolean {
  return permissionsOf[role].every((permission) => granter.includes(permission));
}
