import { completenessOf } from '#domain/customers/completeness.ts';
import type { Completeness, RecordPart } from '#domain/customers/completeness.ts';
import type { Customer } from '#domain/customers/contract.ts';
import type { CustomerRecord } from '#domain/records/contract.ts';
import { isMinor, lacksGuardian } from '#domain/records/relations.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectKnownElsewhere } from './completeness-store.ts';

type Kept = Pick<CustomerRecord, 'relations' | 'problems' | 'photos'>;

/** Nothing in the house keeps these yet, so nobody is blamed for their absence. */
const notKeptYet: readonly RecordPart[] = [
  'consent',
  'consulted-treatments',
  'consultation-notes',
  'latent-needs',
  'no-deal-reason',
  'resolutions',
  'invitations',
];

/** How complete a customer's record is, and what it lacks by name (A1, A2). */
export async function measureCompleteness(
  ctx: TransactionContext,
  customer: Customer,
  kept: Kept,
): Promise<Completeness> {
  const elsewhere = await selectKnownElsewhere(ctx, customer.id);
  const isKnown: Partial<Record<RecordPart, boolean>> = {
    name: customer.name !== '',
    phone: customer.hasPhone,
    'channel-source': isSaid(customer.channelSource),
    birthday: customer.birthday !== null,
    gender: customer.gender !== 'unknown',
    address: isSaid(customer.address),
    owner: customer.ownerId !== null,
    guardian: !lacksGuardian(customer.age, kept.relations),
    occupation: isSaid(customer.occupation),
    likes: isSaid(customer.likes),
    referrer: customer.referrerId !== null,
    wechat: isSaid(customer.wechat),
    'chief-complaints': elsewhere.withoutComplaint === 0,
    'latent-problems': kept.problems.length > 0,
    photos: kept.photos.length > 0,
    'next-followup': elsewhere.hasNextFollowup,
  };
  const known = Object.entries(isKnown).flatMap(([part, is]) => (is ? [part as RecordPart] : []));
  const neverCame = elsewhere.visits === 0;
  const doesNotApply: RecordPart[] = [
    ...notKeptYet,
    ...(isMinor(customer.age) ? [] : (['guardian'] as const)),
    ...(neverCame ? (['chief-complaints', 'latent-problems', 'photos'] as const) : []),
  ];
  return completenessOf(customer.grade, new Set(known), new Set(doesNotApply));
}

function isSaid(text: string | null): boolean {
  return text !== null && text !== '';
}
