import type { z } from 'zod';
import type { ProposalPage } from '#domain/grading/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { overrideView } from './get-customer-grade.ts';
import { selectProposals } from './override-store.ts';
import { ungraded } from './regrade-customers.ts';
import { selectGrades } from './store.ts';

/** Grades asked for by hand that wait for an approval, the oldest first. */
export async function listProposals(
  ctx: Context,
  input: { page: number; pageSize: number },
): Promise<z.input<typeof ProposalPage>> {
  requirePermission(ctx, 'grading.override');
  return inTransaction(ctx, async (ctx) => {
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const { rows, total } = await selectProposals(ctx, clinicsAsked(ctx), page);
    const ids = rows.map(({ customerId }) => customerId);
    const people = await briefCustomers(ctx, ids);
    const grades = await selectGrades(ctx, ids);
    return {
      total,
      items: rows.map((override) => {
        const { id, number, name } = people.get(override.customerId)!;
        const now = grades.get(override.customerId)?.grade ?? ungraded.grade;
        return { customer: { id, number, name }, now, override: overrideView(override) };
      }),
    };
  });
}
