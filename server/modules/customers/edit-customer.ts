import type { Customer, EditCustomer } from '#domain/customers/contract.ts';
import { ownerFields, ownerKinds } from '#domain/ownership/owner-kind.ts';
import type { OwnerField } from '#domain/ownership/owner-kind.ts';
import { mayWriteOwner } from '#domain/ownership/owner-move.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import { requirePermission } from '#server/platform/access.ts';
import { changedFields, recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { refuseFutureBirthday, refuseHiddenInfluence, requirePeople } from './create-customer.ts';
import { holdCustomer } from './get-customer.ts';
import { moveOwner } from './move-owners.ts';
import { selectFormerOwners } from './owners-store.ts';
import { phoneColumns } from './phone.ts';
import { presentCustomer } from './present.ts';
import { recordChanges } from './record-changes.ts';
import { selectCustomer, updateCustomer } from './store.ts';
import type { CustomerRow } from './store.ts';

/** Throws Conflict `stale-version` with the customer as it is now. */
export async function editCustomer(
  ctx: Context,
  input: EditCustomer & { id: string; version: number },
): Promise<Customer> {
  requirePermission(ctx, 'customers.write');
  const { id, version, phone: typed, ...fields } = input;
  const change = said({ ...fields, phone: typed === undefined ? undefined : phoneColumns(typed).phone });
  refuseFutureBirthday(ctx, change.birthday);
  refuseHiddenInfluence(ctx, change);
  if (change.referrerId === id) throw new Invalid({ path: 'referrerId', code: 'is-the-customer' });

  return inTransaction(ctx, async (ctx) => {
    const before = await holdCustomer(ctx, id);
    if (before.version !== version)
      throw new Conflict('stale-version', { current: presentCustomer(ctx, before) });
    const fields = changedFields(before, change);
    if (fields.length === 0) return presentCustomer(ctx, before);
    // Who stays may have left the house meanwhile; only who is new must be able to.
    await requirePeople(
      ctx,
      Object.fromEntries(Object.entries(change).filter(([name]) => fields.includes(name))),
    );
    const { ownerId, webConsultantId, doctorId, ...facts } = change;
    await handOver(ctx, before, { ownerId, webConsultantId, doctorId });
    if (changedFields(before, facts).length > 0) {
      await updateCustomer(ctx, id, facts);
      await recordChanges(ctx, { customerId: id, before, after: facts });
    }
    const after = (await selectCustomer(ctx, id))!;
    await recordAudit(ctx, { action: 'customer.edited', subject: { type: 'customer', id }, before, after });
    if (after.phone !== null && after.phone !== before.phone) {
      await announce(ctx, { type: 'customer.phone-changed', customerId: id });
    }
    if (['hasInfluence', 'referrerId', 'refusesContact'].some((name) => fields.includes(name)))
      await announce(ctx, { type: 'customer.standing-changed', customerId: id });
    return presentCustomer(ctx, after);
  });
}

/** Who owns the customer changes by the same door as everywhere; who has an owner is not taken from them here. */
async function handOver(
  ctx: TransactionContext,
  before: CustomerRow,
  wished: Partial<Record<OwnerField, string | null | undefined>>,
): Promise<void> {
  const isDecider = ctx.actor.kind === 'system' || mayDo(ctx.actor.permissions, 'ownership.decide');
  const former = await selectFormerOwners(ctx, [before.id]);
  for (const kind of ownerKinds) {
    const toId = wished[ownerFields[kind]];
    const fromId = before[ownerFields[kind]];
    if (toId === undefined || toId === fromId) continue;
    const hadOwner = former.some((each) => each.kind === kind);
    const decision = mayWriteOwner({ kind, ownerId: fromId, hadOwner }, isDecider);
    if (!decision.allowed) throw new Conflict(decision.reason);
    const how = toId === null ? 'released' : fromId === null ? 'assigned' : 'transferred';
    await moveOwner(ctx, { customerId: before.id, kind, toId }, { how });
  }
}

/** Only what the caller named: a field left out stays as it is. */
function said<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof said<T>
  >;
}
