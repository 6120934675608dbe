import { maskPhone } from '#domain/customers/masking.ts';
import type { CustomerRecord, Relation, Somebody } from '#domain/records/contract.ts';
import { lacksGuardian, seenFromOtherSide } from '#domain/records/relations.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { getCustomer, requireCustomer } from '../customers/get-customer.ts';
import { listPeople, listReferred } from '../customers/list-people.ts';
import type { Person } from '../customers/list-people.ts';
import { sharersOf } from './find-phone-sharers.ts';
import { listWarnings } from './find-warnings.ts';
import { measureCompleteness } from './measure-completeness.ts';
import { selectPhotos } from './photos-store.ts';
import { selectProblems } from './problems-store.ts';
import { selectDiscreet, selectPhones, selectRelations } from './store.ts';

/** Everything of a record that is no plain field: people, phones, problems, photos, wishes, and what is missing. */
export async function getRecord(ctx: Context, input: { id: string }): Promise<CustomerRecord> {
  requirePermission(ctx, 'visits.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await getCustomer(ctx, input);
    const { phone } = await requireCustomer(ctx, input.id);
    const phones = await selectPhones(ctx, customer.id);
    const discreet = await selectDiscreet(ctx, customer.id);
    const kept = {
      relations: await relationsOf(ctx, customer.id),
      problems: await selectProblems(ctx, customer.id),
      photos: await selectPhotos(ctx, customer.id),
    };
    const [referrer] = customer.referrerId ? await listPeople(ctx, { ids: [customer.referrerId] }) : [];
    return {
      ...kept,
      healthWarnings: await listWarnings(ctx, customer.id),
      referrer: referrer?.isSeen ? nameOf(referrer) : null,
      referred: (await listReferred(ctx, customer.id)).filter(({ isSeen }) => isSeen).map(nameOf),
      phones: phones.map((one) => ({ ...one, phone: maskPhone(one.phone)! })),
      samePhone: await sharersOf(
        ctx,
        [phone, ...phones.map((one) => one.phone)].filter((one) => one !== null),
        customer.id,
      ),
      discreet: discreet ?? null,
      discreetVersion: discreet?.version ?? 0,
      completeness: await measureCompleteness(ctx, customer, kept),
      warnings: lacksGuardian(customer.age, kept.relations) ? ['minor-without-guardian' as const] : [],
    };
  });
}

function nameOf({ id, number, name }: Person): Somebody {
  return { id, number, name };
}

/** Both ways: what is written on this record, and what others say of this customer. */
async function relationsOf(ctx: TransactionContext, customerId: string): Promise<Relation[]> {
  const rows = await selectRelations(ctx, customerId);
  const ids = rows.flatMap(({ customerId: of, relativeId }) => [of, relativeId]).filter((id) => id !== null);
  const people = new Map<string, Person>(
    rows.length === 0 ? [] : (await listPeople(ctx, { ids })).map((person) => [person.id, person]),
  );
  return rows.flatMap((row): Relation[] => {
    const isFromOtherSide = row.customerId !== customerId;
    const otherId = isFromOtherSide ? row.customerId : row.relativeId;
    const other = otherId === null ? undefined : people.get(otherId);
    // Of another clinic: not even the name is told.
    if (otherId !== null && !other?.isSeen) return [];
    return [
      {
        id: row.id,
        kind: isFromOtherSide ? seenFromOtherSide(row.kind) : row.kind,
        // Who is somebody's guardian is not theirs.
        isGuardian: row.isGuardian && !isFromOtherSide,
        name: other?.name ?? row.relativeName ?? '',
        phone: other ? other.phone : maskPhone(row.relativePhone),
        customerId: other?.id ?? null,
        isFromOtherSide,
      },
    ];
  });
}
