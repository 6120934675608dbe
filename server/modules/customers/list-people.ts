import { maskPhone } from '#domain/customers/masking.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectPeople, selectReferred } from './people-store.ts';

export interface Person {
  id: string;
  number: string;
  name: string;
  /** Masked. */
  phone: string | null;
  /** Of a clinic the actor may see: of others not even the name is told. */
  isSeen: boolean;
}

/** Who these are and who has one of these phones, for a verb that has asked for its own permission. */
export async function listPeople(
  ctx: TransactionContext,
  of: { ids?: readonly string[]; phones?: readonly string[] },
): Promise<Person[]> {
  const rows = await selectPeople(ctx, { ids: of.ids ?? [], phones: of.phones ?? [] });
  return rows.map(({ clinicId, phone, ...person }) => ({
    ...person,
    phone: maskPhone(phone),
    isSeen: maySeeClinic(ctx, clinicId),
  }));
}

/** Whom a customer sent to us. */
export async function listReferred(ctx: TransactionContext, referrerId: string): Promise<Person[]> {
  const referred = await selectReferred(ctx, referrerId);
  return referred.length === 0 ? [] : listPeople(ctx, { ids: referred.map(({ id }) => id) });
}
