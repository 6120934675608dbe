import type { CaseRow } from '#domain/recovery/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findPeople } from '../staff/find-people.ts';
import { selectSigns } from './signs-store.ts';
import type { StoredCase } from './store.ts';

/** Cases as rows of a list: the customer, who has the step, and the last words anybody wrote down. */
export async function presentRows(ctx: TransactionContext, cases: readonly StoredCase[]): Promise<CaseRow[]> {
  const customers = await briefCustomers(
    ctx,
    cases.map(({ customerId }) => customerId),
  );
  const people = await findPeople(
    ctx,
    cases.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const signs = await selectSigns(
    ctx,
    cases.map(({ id }) => id),
  );
  const words = new Map(signs.flatMap((sign) => (sign.words ? [[sign.caseId, sign.words] as const] : [])));
  return cases.map((each) => {
    const { id, clinicId, kind, gravity, special, state, step, level, ownerId, firstScore, secondScore } =
      each;
    const { openedAt, breaksAt, resolveBy, closedAt, closing, reopened, version } = each;
    const customer = customers.get(each.customerId);
    return {
      ...{ id, clinicId, kind, gravity, special, state, step, level, firstScore, secondScore },
      ...{ openedAt, breaksAt, resolveBy, closedAt, closing, reopened, version },
      owner: (ownerId && people.get(ownerId)) || null,
      customer: { id: each.customerId, number: customer?.number ?? '', name: customer?.name ?? '' },
      words: words.get(id) ?? null,
    };
  });
}
