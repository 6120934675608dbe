import { z } from 'zod';

/** The posts of a clinic (岗位). `owner` is the person who opened the organization's account. */
export const roles = [
  'owner',
  'admin',
  'manager',
  'cs_supervisor',
  'cs_agent',
  'front_desk',
  'consultant',
  'web_consultant',
  'doctor',
  'nurse',
] as const;

export type Role = (typeof roles)[number];
export const roleShape = z.enum(roles);

/** Whoever treats customers does a doctor's work, whatever else their post is. */
export function hasRole(person: { role: Role; treats: boolean }, role: Role): boolean {
  return person.role === role || (role === 'doctor' && person.treats);
}

/** The roles whose work is somebody's. */
export function workOf(person: { role: Role; treats: boolean }): Role[] {
  return roles.filter((role) => hasRole(person, role));
}

/** For who chooses somebody for work: those who do it first, then everybody else, each in the order they came. */
export function doersFirst<P extends { role: Role; treats: boolean }>(
  people: readonly P[],
  work: readonly Role[],
): P[] {
  const does = (person: P) => work.some((role) => hasRole(person, role));
  return people.toSorted((one, other) => Number(does(other)) - Number(does(one)));
}

/** The roles that followups are planned for (C3). */
export const followupRoles = [
  'cs_agent',
  'cs_supervisor',
  'nurse',
  'doctor',
  'consultant',
  'web_consultant',
  'front_desk',
] as const;
export type FollowupRole = (typeof followupRoles)[number];
