import { addHours } from '#domain/base/time.ts';
import type { CasePage, CaseRow, ListCases } from '#domain/recovery/contract.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { countBoard, selectBoard } from './board-store.ts';
import { rulesInForce } from './get-rules.ts';
import { presentRows } from './present.ts';
import { selectCases, selectCasesOf } from './store.ts';

/** Somebody's board, what breaks first on top. */
export async function listCases(ctx: Context, input: ListCases): Promise<CasePage> {
  requirePermission(ctx, 'recovery.read');
  return inTransaction(ctx, async (ctx) => {
    const { rules } = await rulesInForce(ctx);
    const soon = addHours(ctx.now, rules.remindHours);
    const question = {
      scope: input.scope,
      clinicIds: clinicsAsked(ctx, input.clinicId),
      me: {
        id: ctx.actor.id ?? '00000000-0000-0000-0000-000000000000',
        role: ctx.actor.role ?? 'manager',
        treats: ctx.actor.treats,
        teamIds: ctx.actor.teamIds,
        supervises: mayDo(ctx.actor.permissions, 'recovery.supervise'),
        manages: mayDo(ctx.actor.permissions, 'recovery.manage'),
      },
    };
    const { ids, total } = await selectBoard(
      ctx,
      { ...question, state: input.state, breaksBefore: input.breaking ? soon : null },
      { limit: input.pageSize, offset: (input.page - 1) * input.pageSize },
    );
    const cases = new Map((await selectCases(ctx, ids)).map((each) => [each.id, each]));
    return {
      items: await presentRows(
        ctx,
        ids.map((id) => cases.get(id)!),
      ),
      total,
      counts: await countBoard(ctx, question, soon),
    };
  });
}

/** What a customer was ever unhappy with, the open first. */
export async function listCustomerCases(ctx: Context, input: { id: string }): Promise<{ items: CaseRow[] }> {
  requirePermission(ctx, 'recovery.read');
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, input.id);
    return { items: await presentRows(ctx, await selectCasesOf(ctx, input.id)) };
  });
}
