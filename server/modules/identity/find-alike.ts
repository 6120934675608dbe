import type { z } from 'zod';
import { compare } from '#domain/customers/duplicates.ts';
import { isWorthAHint } from '#domain/identity/alike.ts';
import type { AlikeCustomers, AskAlike } from '#domain/identity/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findLookalikesNear, readTyped } from '../customers/find-lookalikes.ts';

const hintsAtMost = 5;

/** Who has a record already and may be the one that somebody is typing; the likeliest first. */
export async function findAlike(ctx: Context, input: AskAlike): Promise<z.input<typeof AlikeCustomers>> {
  requirePermission(ctx, 'customers.read');
  const { name = '', phone = null, birthday = null } = input;
  const typed = readTyped({ name, phone, birthday });
  // Whoever is a customer of another clinic is asked for there: all the actor's clinics, not only the chosen one.
  const clinicIds = clinicsAsked({ ...ctx, clinicId: null });

  return inTransaction(ctx, async (ctx) => {
    const near = await findLookalikesNear(ctx, [typed], { clinicIds });
    const alike = near
      .map((customer) => ({ id: customer.id, likeness: compare(typed, customer) }))
      .filter(({ likeness }) => isWorthAHint(likeness, typed))
      .sort((one, other) => other.likeness.score - one.likeness.score)
      .slice(0, hintsAtMost);
    const briefs = await briefCustomers(
      ctx,
      alike.map(({ id }) => id),
    );
    return { items: alike.map(({ id, likeness }) => ({ ...briefs.get(id)!, reasons: likeness.reasons })) };
  });
}
