import type { Customer } from '#domain/customers/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { presentCustomers } from './present.ts';
import { selectCustomersByIds } from './store.ts';

export type BriefCustomer = Pick<
  Customer,
  | 'id'
  | 'number'
  | 'name'
  | 'gender'
  | 'age'
  | 'phone'
  | 'grade'
  | 'clinicId'
  | 'channelSource'
  | 'lastVisitOn'
  | 'classCode'
  | 'isFrozen'
  | 'taboos'
  | 'likes'
  | 'doctorId'
>;

/** Who these customers are, in a line each, for a list of something the actor may see already. */
export async function briefCustomers(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, BriefCustomer>> {
  const rows = await selectCustomersByIds(ctx, ids);
  return new Map(
    presentCustomers(ctx, rows).map((shown) => {
      const { id, number, name, gender, age, phone, grade, clinicId, channelSource } = shown;
      const { lastVisitOn, classCode, isFrozen, taboos, likes, doctorId } = shown;
      return [
        id,
        {
          ...{ id, number, name, gender, age, phone, grade, clinicId, channelSource },
          ...{ lastVisitOn, classCode, isFrozen, taboos, likes, doctorId },
        },
      ];
    }),
  );
}
