import type { Role } from '#domain/staff/role.ts';
import type { Team } from '#domain/staff/contract.ts';

/** A chain that does not exist, in a city that does not exist. */
export const chainName = '汀澜口腔医美连锁';
export const zone = 'Asia/Shanghai';

export type ClinicKind = 'dental' | 'aesthetic';

/** Whose hands a treatment needs. */
export type Speciality =
  'general' | 'oral-surgery' | 'implant' | 'orthodontics' | 'children' | 'skin' | 'injection' | 'plastic';

export interface ClinicOfChain {
  name: string;
  kind: ClinicKind;
  /** Of a hundred new customers. */
  share: number;
  address: string;
}

export const clinics: readonly ClinicOfChain[] = [
  { name: '汀澜口腔·江滨门诊', kind: 'dental', share: 40, address: '江滨路 18 号 2 层，地铁江滨站 C 口' },
  { name: '汀澜口腔·北苑门诊', kind: 'dental', share: 31, address: '北苑大街 6 号 1 层，北苑公园东门对面' },
  { name: '汀澜医美·云湖门诊', kind: 'aesthetic', share: 29, address: '云湖东路 99 号 5 层' },
];

export const teams = {
  service: { name: '客服中心', kind: 'cs' },
  nursing: { name: '护理组', kind: 'nursing' },
  consulting: { name: '咨询中心', kind: 'consulting' },
  web: { name: '网电咨询组', kind: 'consulting' },
  desk: { name: '前台组', kind: 'front_desk' },
  general: { name: '口腔综合科', kind: 'treating' },
  'oral-surgery': { name: '口腔外科', kind: 'treating' },
  implant: { name: '种植中心', kind: 'treating' },
  orthodontics: { name: '正畸科', kind: 'treating' },
  children: { name: '儿童牙科', kind: 'treating' },
  skin: { name: '皮肤科', kind: 'treating' },
  injection: { name: '微整形科', kind: 'treating' },
  plastic: { name: '整形外科', kind: 'treating' },
} satisfies Record<string, { name: string; kind: Team['kind'] }>;

export type TeamKey = keyof typeof teams;

export interface Post {
  role: Role;
  /** The login is this and a number, where there are several. */
  login: string;
  /** The place of the clinic in the chain; null serves all of them. */
  clinic: number | null;
  team: TeamKey | null;
  speciality: Speciality | null;
}

/** The doctors of each clinic. */
const doctors: Speciality[][] = [
  ['general', 'general', 'oral-surgery', 'implant', 'orthodontics', 'orthodontics', 'children'],
  ['general', 'general', 'oral-surgery', 'implant', 'orthodontics', 'children'],
  ['skin', 'skin', 'injection', 'injection', 'plastic'],
];

/** The sixty people, in the order of their logins: all roles, in every clinic those that it needs. */
export function posts(): Post[] {
  const everywhere = [0, 1, 2];
  return [
    post('owner', 'owner', null),
    post('admin', 'admin', null),
    ...everywhere.map((clinic) => post('manager', 'manager', clinic)),
    ...times(2, () => post('cs_supervisor', 'supervisor', null, 'service')),
    ...[0, 0, 1, 1, 2, 2].map((clinic) => post('cs_agent', 'cs', clinic, 'service')),
    ...[0, 0, 0, 1, 1, 2, 2].map((clinic) => post('front_desk', 'desk', clinic, 'desk')),
    ...[0, 0, 1, 1, 2, 2, 2].map((clinic) => post('consultant', 'consultant', clinic, 'consulting')),
    ...times(3, () => post('web_consultant', 'web', null, 'web')),
    ...doctors.flatMap((specialities, clinic) =>
      specialities.map((speciality) => post('doctor', 'doctor', clinic, speciality, speciality)),
    ),
    ...[0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2].map((clinic) => post('nurse', 'nurse', clinic, 'nursing')),
  ];
}

function post(
  role: Role,
  login: string,
  clinic: number | null,
  team: TeamKey | null = null,
  speciality: Speciality | null = null,
): Post {
  return { role, login, clinic, team, speciality };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
