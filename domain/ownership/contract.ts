import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { ownerKinds, ownerMoves, releasableKinds } from './owner-kind.ts';
import { ReleaseRules, releaseClocks, releaseDeciders } from './release-rules.ts';
import { protections, releaseStops } from './release.ts';
import type { ReleaseEvidence as Evidence } from './release.ts';

/** Somebody's time as owner; `until` is null for who owns the customer now. */
export const Ownership = z.object({
  id: z.string(),
  kind: z.enum(ownerKinds),
  ownerId: z.string(),
  ownerName: z.string(),
  since: z.string(),
  beganBy: z.enum(ownerMoves),
  beginReason: z.string().nullable(),
  beginDeciderName: z.string().nullable(),
  until: z.string().nullable(),
  endedBy: z.enum(ownerMoves).nullable(),
  endReason: z.string().nullable(),
  endDeciderName: z.string().nullable(),
  /** The first day this owner may have the customer again. */
  returnsOn: z.string().nullable(),
});
export type Ownership = z.infer<typeof Ownership>;
export const OwnerHistory = z.object({ items: z.array(Ownership) });
export type OwnerHistory = z.infer<typeof OwnerHistory>;

const published = {
  version: z.int(),
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
};
export const ReleaseRulesView = z.object({
  /** Version 0 is as shipped: nothing was published yet. */
  ...published,
  ruleSet: ReleaseRules,
  /** Those before it, the latest first. */
  earlier: z.array(z.object({ ...published, ruleSet: ReleaseRules })),
});
export type ReleaseRulesView = z.infer<typeof ReleaseRulesView>;
export const PublishReleaseRules = z.strictObject({ ruleSet: ReleaseRules });

const OwnedPerson = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  grade: gradeShape,
  phone: z.string().nullable(),
  lastVisitOn: z.string().nullable(),
});

/** All that was known of the customer when it was proposed. */
export const ReleaseEvidence = z.object({
  grade: gradeShape,
  lastVisitOn: z.string().nullable(),
  lastFollowupOn: z.string().nullable(),
  hasPlannedFollowup: z.boolean(),
  ownedSince: z.string(),
  nextAppointmentOn: z.string().nullable(),
}) satisfies z.ZodType<Evidence>;

const outlook = {
  id: z.string(),
  customer: OwnedPerson,
  kind: z.enum(releasableKinds),
  clock: z.enum(releaseClocks),
  /** The day from which nothing happened. */
  since: z.string(),
  releasesOn: z.string(),
  stoppedBy: z.enum(releaseStops),
  evidence: ReleaseEvidence,
};

export const releaseStates = ['open', 'released', 'given', 'kept', 'withdrawn'] as const;
/** Why a proposal fell: somebody protects the customer, something happened, or what it was about is no longer so. */
export const fallReasons = [...protections, 'stopped', 'no-rule', 'owner-changed', 'merged'] as const;
export type FallReason = (typeof fallReasons)[number];

export const Release = z.object({
  ...outlook,
  ownerId: z.string(),
  ownerName: z.string(),
  decidedIn: z.enum(releaseDeciders),
  proposedAt: z.string(),
  state: z.enum(releaseStates),
  /** Of an open one: why it could not be decided any more; null where it can. */
  fallsBecause: z.enum(fallReasons).nullable(),
  decidedAt: z.string().nullable(),
  decidedByName: z.string().nullable(),
  givenToName: z.string().nullable(),
  keptUntil: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Release = z.infer<typeof Release>;

export const ListReleases = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'decided']).default('open'),
  decidedIn: z.enum(releaseDeciders).optional(),
  clock: z.enum(releaseClocks).optional(),
  ownerId: idShape.optional(),
  clinicId: idShape.optional(),
});
export type ListReleases = z.infer<typeof ListReleases>;
export const ReleasePage = pageOf(Release);
export type ReleasePage = z.infer<typeof ReleasePage>;

const which = { ids: z.array(idShape).min(1).max(200) };
export const DecideReleases = z.discriminatedUnion('decision', [
  z.strictObject({ ...which, decision: z.literal('pool'), reason: line(300).nullable().default(null) }),
  z.strictObject({
    ...which,
    decision: z.literal('give'),
    toId: idShape,
    reason: line(300).nullable().default(null),
  }),
  z.strictObject({
    ...which,
    decision: z.literal('keep'),
    until: calendarDateShape,
    reason: line(300).min(2),
  }),
]);
export type DecideReleases = z.infer<typeof DecideReleases>;
export const refusals = [...fallReasons, 'not-found', 'cooldown', 'already-decided'] as const;
export type Refusal = (typeof refusals)[number];
const Refused = z.array(z.object({ id: z.string(), reason: z.enum(refusals) }));
export const DecidedReleases = z.object({ decided: z.int(), refused: Refused });
export type DecidedReleases = z.infer<typeof DecidedReleases>;

/** What a decision would do, before it is made. */
export const ReleasesPreview = z.object({ customers: z.int(), followups: z.int(), refused: Refused });
export type ReleasesPreview = z.infer<typeof ReleasesPreview>;
export const PreviewReleases = z.strictObject({ ...which });

export const ListMine = z.strictObject({ ...pageQuery });
export const OwnWarning = z.object({
  ...outlook,
  /** The day the owner was first told. */
  warnedAt: z.string(),
  /** From today; below one it is put before who decides. */
  daysLeft: z.int(),
  isProposed: z.boolean(),
});
export type OwnWarning = z.infer<typeof OwnWarning>;
export const OwnCustomer = z.object({ customer: OwnedPerson, kind: z.enum(ownerKinds), since: z.string() });
export type OwnCustomer = z.infer<typeof OwnCustomer>;
export const MyCustomers = z.object({
  warnings: z.array(OwnWarning),
  items: z.array(OwnCustomer),
  total: z.int(),
});
export type MyCustomers = z.infer<typeof MyCustomers>;
export const OwnWarnings = z.object({ items: z.array(OwnWarning) });

export const ListPool = z.strictObject({
  ...pageQuery,
  search: line(80).optional(),
  clinicId: idShape.optional(),
  grade: gradeShape.optional(),
  /** Only those who had an owner. */
  released: z.enum(['yes']).optional(),
});
export type ListPool = z.infer<typeof ListPool>;
export const PoolCustomer = z.object({
  customer: OwnedPerson,
  /** When the last owner lost them, and who that was; null where there never was one. */
  releasedAt: z.string().nullable(),
  formerOwnerName: z.string().nullable(),
  /** Why the one who asks may not claim them; null where they may. */
  refusal: z.string().nullable(),
});
export type PoolCustomer = z.infer<typeof PoolCustomer>;
export const PoolPage = z.object({
  items: z.array(PoolCustomer),
  total: z.int(),
  /** Of the one who asks. */
  claimsToday: z.int(),
  claimsPerDay: z.int(),
  overdueFollowups: z.int(),
  overdueCap: z.int(),
});
export type PoolPage = z.infer<typeof PoolPage>;

export const ClaimCustomer = z.strictObject({ customerId: idShape });
export const ClaimedCustomer = z.object({ customerId: z.string(), kind: z.enum(ownerKinds) });
