import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { Consultation } from '#domain/consultations/contract.ts';
import { Customer, ListCustomers } from '#domain/customers/contract.ts';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { Followup } from '#domain/followups/contract.ts';
import { heardBy } from '#domain/contacts/contact.ts';
import { Wording } from '#domain/followups/protocol.ts';
import { CustomerGrade } from '#domain/grading/contract.ts';
import { AccountBalance, Course } from '#domain/ledger/contract.ts';
import { Ownership } from '#domain/ownership/contract.ts';
import { ownerKinds, ownerMoves } from '#domain/ownership/owner-kind.ts';
import { LatentProblem, Relation } from '#domain/records/contract.ts';
import { roleShape } from '#domain/staff/role.ts';
import { firstContactHints } from './first-contact.ts';
import { promiseKinds } from './promises.ts';

/** How a customer came to somebody who answers for them now, after somebody else did. */
export const OwnerChange = z.object({
  kind: z.enum(ownerKinds),
  ownerId: z.string(),
  ownerName: z.string(),
  fromName: z.string(),
  since: z.string(),
  how: z.enum(ownerMoves),
  reason: z.string().nullable(),
  /** When the new owner had read the handover; null until then. */
  readAt: z.string().nullable(),
});
export type OwnerChange = z.infer<typeof OwnerChange>;

const said = { at: z.string(), byName: z.string().nullable() };

/** What a new owner has to know, gathered from all that the house knows (交接单). */
export const Handover = z.object({
  customer: Customer,
  /** Those of today's owners who took over from somebody, the latest first. */
  changes: z.array(OwnerChange),
  /** The one who asks has taken over and has not read this yet. */
  awaitsMe: z.boolean(),
  hints: z.array(z.enum(firstContactHints)),
  promises: z.array(
    z.object({
      kind: z.enum(promiseKinds),
      madeAt: z.string(),
      byName: z.string().nullable(),
      words: z.string().nullable(),
      at: z.string().nullable(),
      on: z.string().nullable(),
    }),
  ),
  /** The last three that came with a score. */
  answers: z.array(
    z.object({
      ...said,
      channel: z.enum(heardBy),
      score: z.int(),
      notes: z.string().nullable(),
      protocolName: Wording,
      stepName: Wording,
    }),
  ),
  /** What they complained of in the last calls. */
  problems: z.array(z.object({ ...said, words: z.string() })),
  /** Complaints that nobody has settled yet. */
  complaints: z.array(Followup),
  followups: z.array(Followup),
  discreet: DiscreetProfile.nullable(),
  relations: z.array(Relation),
  money: z.object({ balance: AccountBalance, courses: z.array(Course) }),
  needs: z.array(LatentProblem),
  /** The last three. */
  consultations: z.array(Consultation),
  appointments: z.array(z.object({ id: z.string(), startsAt: z.string() })),
  grade: CustomerGrade.pick({ grade: true, reasons: true, since: true }),
  /** Everybody who ever answered for them. */
  owners: z.array(Ownership),
});
export type Handover = z.infer<typeof Handover>;

/** The handover as long as a new owner has still to read it; empty afterwards. */
export const HandoverNotice = z.object({ items: z.array(Handover).max(1) });

export const ListNewCustomers = z.strictObject({ ...pageQuery });
export const NewCustomer = OwnerChange.omit({ ownerId: true, ownerName: true }).extend({
  id: z.string(),
  customer: Customer.pick({ id: true, number: true, name: true, grade: true, lastVisitOn: true }),
});
export type NewCustomer = z.infer<typeof NewCustomer>;
export const NewCustomerPage = pageOf(NewCustomer);

export const transferRefusals = [
  'not-found',
  'already-theirs',
  'other-clinic',
  'cooldown',
  'owner-changed',
  'without-owner',
] as const;
export type TransferRefusal = (typeof transferRefusals)[number];

const RefusedCustomer = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  reason: z.enum(transferRefusals),
});
export type RefusedCustomer = z.infer<typeof RefusedCustomer>;

/** How many of those that are refused are named. */
export const namedRefusals = 100;
export const transferAtOnce = 500;

const { page: _page, pageSize: _pageSize, ...customerFilter } = ListCustomers.shape;
const reason = line(300).nullable().default(null);
/** These customers, or all whom a filter of the customers' list finds. */
const Which = z.union([
  z.strictObject({ ids: z.array(idShape).min(1).max(transferAtOnce) }),
  z.strictObject({ filter: z.strictObject(customerFilter) }),
]);
export type WhichCustomers = z.infer<typeof Which>;

export const PreviewTransfer = z.strictObject({ which: Which, kind: z.enum(ownerKinds), toId: idShape });
export type PreviewTransfer = z.infer<typeof PreviewTransfer>;

/** One part of many: the next one begins after `next` of the part before. */
export const TransferCustomers = z.strictObject({
  ...PreviewTransfer.shape,
  reason,
  after: idShape.nullable().default(null),
});
export type TransferCustomers = z.infer<typeof TransferCustomers>;

const moved = {
  moved: z.int(),
  refusedTotal: z.int(),
  /** The first of them, by name. */
  refused: z.array(RefusedCustomer),
};
/** What would happen; nothing is written. */
export const TransferPreview = z.object({
  ...moved,
  /** Open followups that go along. */
  followups: z.int(),
});
export type TransferPreview = z.infer<typeof TransferPreview>;
export const TransferredPart = z.object({
  ...moved,
  /** Looked at in this part, whatever became of them. */
  looked: z.int(),
  /** Where the next part begins; null when this was the last. */
  next: z.string().nullable(),
});
export type TransferredPart = z.infer<typeof TransferredPart>;

/** How many customers somebody answers for, by the kind of owner. */
export const OwnedCounts = z.object({
  web_consultant: z.int(),
  consultant: z.int(),
  doctor: z.int(),
});
export type OwnedCounts = z.infer<typeof OwnedCounts>;

/** Somebody who works here no more, and those who still stand under their name. */
export const LeftOwner = z.object({
  id: z.string(),
  name: z.string(),
  role: roleShape,
  counts: OwnedCounts,
});
export type LeftOwner = z.infer<typeof LeftOwner>;
export const LeftOwners = z.object({ items: z.array(LeftOwner) });
export type LeftOwners = z.infer<typeof LeftOwners>;

/** To one colleague, spread over several, or with nobody named to the pool. */
export const PlaceCustomers = z.strictObject({
  kind: z.enum(ownerKinds),
  toIds: z.array(idShape).max(30),
  reason,
});
export type PlaceCustomers = z.infer<typeof PlaceCustomers>;
export const PreviewPlacing = PlaceCustomers.omit({ reason: true });
export const PlacedCustomers = z.object({
  ...TransferPreview.shape,
  /** What each colleague gets. */
  shares: z.array(
    z.object({
      staffId: z.string(),
      name: z.string(),
      customers: z.int(),
      /** Of them of grade A or B. */
      best: z.int(),
    }),
  ),
});
export type PlacedCustomers = z.infer<typeof PlacedCustomers>;
