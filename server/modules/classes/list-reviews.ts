import { addDays, dayAt, mondayOf } from '#domain/base/time.ts';
import type { BlindContact, ListReviews, ReviewList } from '#domain/classes/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import type { BriefCustomer } from '../customers/brief-customers.ts';
import { requirePerson } from './find-contact.ts';
import { selectReviews } from './review-store.ts';
import type { BlindReview } from '#domain/classes/desk-contact.ts';
import type { StoredContact } from './store.ts';

/** What the supervisor codes again, without a word of how it was classed; not the supervisor's own contacts. */
export async function listReviews(ctx: Context, input: ListReviews): Promise<ReviewList> {
  requirePermission(ctx, 'classes.review');
  const me = requirePerson(ctx);
  const week = mondayOf(input.week ?? addDays(dayAt(ctx.now, ctx.zone), -7));
  return inTransaction(ctx, async (ctx) => {
    const drawn = await selectReviews(ctx, week, clinicsAsked(ctx, input.clinicId));
    const sample = drawn.filter(({ preclassedBy, staffId }) => (preclassedBy ?? staffId) !== me);
    const people = await briefCustomers(
      ctx,
      sample.map(({ customerId }) => customerId),
    );
    return {
      week,
      coded: sample.filter(({ review }) => review.code !== null).length,
      total: sample.length,
      items: sample.map((each) => blinded(each, people.get(each.customerId)!, me)),
    };
  });
}

function blinded(
  contact: StoredContact & { review: BlindReview },
  customer: BriefCustomer,
  me: string,
): BlindContact {
  const { id, clinicId, channel, at, stage, staffName, matter, review } = contact;
  const { name, gender, age, channelSource } = customer;
  return {
    ...{ id, clinicId, channel, at, stage, staffName, matter },
    customer: { id: customer.id, name, gender, age, channelSource },
    isCoded: review.code !== null,
    coded: review.codedBy === me ? review.code : null,
  };
}
