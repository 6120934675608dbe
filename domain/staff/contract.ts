import { z } from 'zod';
import { line } from '#domain/base/text.ts';
import { idShape } from '#domain/base/ids.ts';
import { timeZoneShape, wallTimeShape } from '#domain/base/time.ts';
import { roleShape } from './role.ts';
import { flawOfPassword, passwordLength } from './password.ts';
import { permissions } from './permissions.ts';

/** A name to sign in with: a work number, a phone, a name, an address; case does not matter. */
export const loginShape = z
  .string()
  .trim()
  .min(2)
  .max(64)
  .regex(/^[\p{L}\p{N}._@+-]+$/u, { error: 'login-characters' })
  .transform((text) => text.normalize('NFKC').toLowerCase());
export const passwordShape = z
  .string()
  .min(passwordLength.least)
  .max(passwordLength.most)
  .superRefine((password, { addIssue }) => {
    const flaw = flawOfPassword(password);
    if (flaw) addIssue({ code: 'custom', message: flaw });
  });

export const SignIn = z.strictObject({ login: z.string().max(200), password: z.string().max(500) });

export const Clinic = z.object({
  id: z.string(),
  name: z.string(),
  timezone: z.string(),
  /** What a customer is told who agreed to come. */
  address: z.string().nullable(),
  phone: z.string().nullable(),
  version: z.int(),
});
export type Clinic = z.infer<typeof Clinic>;

export const Me = z.object({
  staffId: z.string(),
  name: z.string(),
  login: z.string(),
  role: roleShape,
  treats: z.boolean(),
  permissions: z.array(z.enum(permissions)),
  organization: z.object({ id: z.string(), name: z.string(), timezone: z.string() }),
  clinics: z.array(Clinic),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The time this system runs at, and whether it is a trial. */
  clock: z.object({ trial: z.boolean(), now: z.string(), wallTime: z.string() }),
});
export type Me = z.infer<typeof Me>;

/** First run: the organization, its first clinic, its owner. */
export const OpenOrganization = z.strictObject({
  organization: line(80).min(1),
  clinic: line(80).min(1).optional(),
  timezone: timeZoneShape.default('Asia/Shanghai'),
  name: line(40).min(1),
  login: loginShape,
  password: passwordShape,
  /** The owner is a doctor too, as in a clinic of one. */
  treats: z.boolean().optional(),
});
export type OpenOrganization = z.infer<typeof OpenOrganization>;

export const InstallationState = z.object({
  /** No organization yet: the first-run page asks for the owner. */
  empty: z.boolean(),
  trial: z.boolean(),
  /** Only while it is a trial: the wall clock of the system. */
  wallTime: z.string().nullable(),
});
export type InstallationState = z.infer<typeof InstallationState>;

export const SetTrialClock = z
  .strictObject({
    /** Where the clock shall stand, a local time … */
    at: wallTimeShape.optional(),
    /** … or how far to go on. */
    advanceMinutes: z.int().min(1).max(527_040).optional(),
  })
  .refine((value) => (value.at === undefined) !== (value.advanceMinutes === undefined), {
    error: 'one-of-two',
  });

export const CreateClinic = z.strictObject({
  name: line(80).min(1),
  timezone: timeZoneShape.default('Asia/Shanghai'),
});
export const EditClinic = z.strictObject({
  name: line(80).min(1).optional(),
  address: line(120).nullable().optional(),
  phone: line(40).nullable().optional(),
});

export const teamKinds = ['cs', 'nursing', 'treating', 'consulting', 'front_desk', 'other'] as const;
export const Team = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(teamKinds),
  clinicId: z.string().nullable(),
  version: z.int(),
});
export type Team = z.infer<typeof Team>;
export const CreateTeam = z.strictObject({
  name: line(80).min(1),
  kind: z.enum(teamKinds),
  clinicId: idShape.nullable().default(null),
});

export const EditTeam = z.strictObject({
  name: line(80).min(1).optional(),
  kind: z.enum(teamKinds).optional(),
});

export const StaffMember = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string().nullable(),
  role: roleShape,
  /** A doctor, or who is one beside their post. */
  treats: z.boolean(),
  allClinics: z.boolean(),
  clinicIds: z.array(z.string()),
  teamIds: z.array(z.string()),
  state: z.enum(['invited', 'active', 'disabled']),
  lastSignInAt: z.string().nullable(),
  version: z.int(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const InviteStaff = z.strictObject({
  name: line(40).min(1),
  role: roleShape,
  treats: z.boolean().optional(),
  allClinics: z.boolean().default(false),
  clinicIds: z.array(idShape).max(500).default([]),
  teamIds: z.array(idShape).max(100).default([]),
});
export type InviteStaff = z.infer<typeof InviteStaff>;
/** The link to hand over: shown once, valid 7 days. */
export const Invitation = z.object({ staff: StaffMember, token: z.string(), expiresAt: z.string() });

export const EditStaff = z.strictObject({
  name: line(40).min(1).optional(),
  role: roleShape.optional(),
  treats: z.boolean().optional(),
  allClinics: z.boolean().optional(),
  clinicIds: z.array(idShape).max(500).optional(),
  teamIds: z.array(idShape).max(100).optional(),
});
export type EditStaff = z.infer<typeof EditStaff>;

export const InvitationQuestion = z.strictObject({ token: z.string().min(20).max(200) });
export const InvitationView = z.object({ organization: z.string(), name: z.string(), role: roleShape });
export const AcceptInvitation = z.strictObject({
  token: z.string().min(20).max(200),
  login: loginShape,
  password: passwordShape,
});
export const ChangePassword = z.strictObject({ current: z.string().max(500), password: passwordShape });

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(z.enum(permissions)),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export const CreateApiKey = z.strictObject({
  name: line(80).min(1),
  permissions: z.array(z.enum(permissions)).min(1),
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;
/** The key itself, shown once. */
export const NewApiKey = z.object({ apiKey: ApiKey, secret: z.string() });

export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  subjectType: z.string().nullable(),
  subjectId: z.string().nullable(),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
});

/** Who may sign in to the demo chain, and with what: told once. */
export const DemoSignIns = z.object({
  password: z.string(),
  signIns: z.array(
    z.object({ login: z.string(), role: roleShape, name: z.string(), clinic: z.string().nullable() }),
  ),
});
export type DemoSignIns = z.infer<typeof DemoSignIns>;
