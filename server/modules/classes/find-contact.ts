import type { DeskContact } from '#domain/classes/contract.ts';
import type { ContactState } from '#domain/classes/desk-contact.ts';
import { requireClinic } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { Forbidden, NotFound } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { lockContact, selectContact } from './store.ts';
import type { StoredContact } from './store.ts';

/** A contact is taken, classed and judged by a person. */
export function requirePerson(ctx: Context): string {
  if (ctx.actor.kind !== 'staff' || ctx.actor.id === null) throw new Forbidden('a person');
  return ctx.actor.id;
}

/** The contact, held until the transaction ends, of a clinic the actor may see. */
export async function holdContact(ctx: TransactionContext, id: string): Promise<StoredContact> {
  const contact = await lockContact(ctx, id);
  if (!contact) throw new NotFound('desk-contact', id);
  requireClinic(ctx, contact.clinicId, 'desk-contact', id);
  return contact;
}

export function stateOf(contact: StoredContact): ContactState {
  const { stage, preclass, preclassedBy, confirmed } = contact;
  return {
    ...{ stage, preclass, preclassedBy, confirmed },
    takenBy: contact.staffId,
    takenAt: contact.at,
    isWithdrawn: contact.withdrawnAt !== null,
  };
}

export async function contactOnRecord(ctx: TransactionContext, id: string): Promise<DeskContact> {
  return (await withCustomers(ctx, [(await selectContact(ctx, id))!]))[0]!;
}

/** The same contacts with whose they are. */
export async function withCustomers<C extends StoredContact>(
  ctx: TransactionContext,
  contacts: readonly C[],
): Promise<(Omit<C, 'customerId' | 'preclassedBy' | 'withdrawnAt'> & Pick<DeskContact, 'customer'>)[]> {
  const people = await briefCustomers(
    ctx,
    contacts.map(({ customerId }) => customerId),
  );
  return contacts.map(({ customerId, preclassedBy: _by, withdrawnAt: _at, ...contact }) => {
    const { id, number, name, gender, age } = people.get(customerId)!;
    return { ...contact, customer: { id, number, name, gender, age } };
  });
}
