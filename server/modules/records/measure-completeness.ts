import type { Completeness } from '#domain/customers/completeness.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { completenessBy } from '#domain/customers/record-facts.ts';
import type { CustomerRecord } from '#domain/records/contract.ts';
import { isMinor, lacksGuardian } from '#domain/records/relations.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectKnownElsewhere } from './completeness-store.ts';

type Kept = Pick<CustomerRecord, 'relations' | 'problems' | 'photos'>;

/** How complete a customer's record is, and what it lacks by name (A1, A2). */
export async function measureCompleteness(
  ctx: TransactionContext,
  customer: Customer,
  kept: Kept,
): Promise<Completeness> {
  const elsewhere = await selectKnownElsewhere(ctx, customer.id);
  return completenessBy({
    grade: customer.grade,
    isMinor: isMinor(customer.age),
    everCame: elsewhere.visits > 0,
    known: {
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
    },
  });
}

function isSaid(text: string | null): boolean {
  return text !== null && text !== '';
}
