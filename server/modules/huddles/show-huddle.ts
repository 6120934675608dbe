import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Huddle, HuddleLine, ShowHuddle } from '#domain/huddles/contract.ts';
import { lineKinds } from '#domain/huddles/pack.ts';
import type { HuddleKind } from '#domain/huddles/pack.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { selectHuddle, selectLines } from './store.ts';
import type { LineRow } from './store.ts';

/** A meeting's pack, as it was made; without an id where none was made for that day. */
export async function showHuddle(ctx: Context, input: z.output<typeof ShowHuddle>): Promise<Huddle> {
  requirePermission(ctx, 'desk.work');
  const { clinicId, kind } = input;
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    const zone = await findClinicZone(ctx, clinicId);
    if (zone === undefined) throw new NotFound('clinic', clinicId);
    return readHuddle(ctx, { clinicId, kind, day: input.day ?? dayAt(ctx.now, zone) });
  });
}

export async function readHuddle(
  ctx: TransactionContext,
  { clinicId, kind, day }: { clinicId: string; kind: HuddleKind; day: CalendarDate },
): Promise<Huddle> {
  const made = await selectHuddle(ctx, { clinicId, kind, day });
  if (!made)
    return { clinicId, day, kind, id: null, madeAt: null, heldAt: null, heldByName: null, lines: [] };
  const lines = await presentLines(ctx, await selectLines(ctx, { huddleId: made.id }));
  return { ...made, lines: lines.toSorted(inOrder) };
}

export async function presentLines(ctx: TransactionContext, rows: readonly LineRow[]): Promise<HuddleLine[]> {
  const customers = await briefCustomers(ctx, [...new Set(rows.map(({ customerId }) => customerId))]);
  return rows.flatMap(({ clinicId: _, ...row }) => {
    const customer = customers.get(row.customerId);
    return customer ? [{ ...row, customerName: customer.name, customerNumber: customer.number }] : [];
  });
}

/** By kind; within one what is riskiest, longest or lowest first, then by name. */
function inOrder(one: HuddleLine, other: HuddleLine): number {
  const weight = ({ facts }: HuddleLine) => facts.risk ?? facts.minutes ?? -(facts.score ?? 0);
  return (
    lineKinds.indexOf(one.kind) - lineKinds.indexOf(other.kind) ||
    weight(other) - weight(one) ||
    one.customerName.localeCompare(other.customerName, 'zh') ||
    one.id.localeCompare(other.id)
  );
}
