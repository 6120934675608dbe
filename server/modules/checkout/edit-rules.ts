import type { z } from 'zod';
import type { AccountCode, CheckoutRulesView, SaveAccountCode } from '#domain/checkout/contract.ts';
import type { CheckoutRules } from '#domain/checkout/rules.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { redraw } from '../records/keep-picture.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { selectCheckoutRules, writeCheckoutRules } from './rules-store.ts';
import { selectAccountCode, writeAccountCode } from './store.ts';

export async function getCheckoutRules(ctx: Context, input: { id: string }): Promise<CheckoutRulesView> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    await requireKnownClinic(ctx, input.id);
    return selectCheckoutRules(ctx, input.id);
  });
}

/** What the desk picks from. Throws Conflict `stale-version`. */
export async function saveCheckoutRules(
  ctx: Context,
  input: { id: string; rules: CheckoutRules; version: number },
): Promise<CheckoutRulesView> {
  requirePermission(ctx, 'desk.manage');
  const { id, rules, version } = input;
  return inTransaction(ctx, async (ctx) => {
    await requireKnownClinic(ctx, id);
    const before = await selectCheckoutRules(ctx, id);
    if (before.version !== version || !(await writeCheckoutRules(ctx, id, { rules, version })))
      throw new Conflict('stale-version', { current: before });
    const subject = { type: 'clinic', id };
    await recordAudit(ctx, {
      action: 'checkout-rules.saved',
      subject,
      before: before.rules,
      after: rules,
    });
    return selectCheckoutRules(ctx, id);
  });
}

export async function getAccountCode(
  ctx: Context,
  input: { id: string },
): Promise<z.infer<typeof AccountCode>> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    await requireKnownClinic(ctx, input.id);
    return asShown(await selectAccountCode(ctx, input.id));
  });
}

/** The code customers scan (E8), drawn anew so that nothing but a picture is kept. Throws Conflict `not-a-photo`. */
export async function saveAccountCode(
  ctx: Context,
  input: z.infer<typeof SaveAccountCode> & { id: string },
): Promise<z.infer<typeof AccountCode>> {
  requirePermission(ctx, 'desk.manage');
  await inTransaction(ctx, (ctx) => requireKnownClinic(ctx, input.id));
  const { small } = await redraw(Buffer.from(input.picture, 'base64'));
  return inTransaction(ctx, async (ctx) => {
    await writeAccountCode(ctx, input.id, small.toString('base64'));
    await recordAudit(ctx, { action: 'account-code.saved', subject: { type: 'clinic', id: input.id } });
    return asShown(await selectAccountCode(ctx, input.id));
  });
}

function asShown(code: { picture: string; updatedAt: string } | undefined): z.infer<typeof AccountCode> {
  return code
    ? { picture: `data:image/jpeg;base64,${code.picture}`, updatedAt: code.updatedAt }
    : { picture: null, updatedAt: null };
}

async function requireKnownClinic(ctx: TransactionContext, id: string): Promise<void> {
  requireClinic(ctx, id, 'clinic', id);
  if ((await findClinicZone(ctx, id)) === undefined) throw new NotFound('clinic', id);
}
