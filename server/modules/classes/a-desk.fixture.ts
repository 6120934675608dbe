import { addHours } from '#domain/base/time.ts';
import type { DeskContact } from '#domain/classes/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { as, later } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { recordContact } from './record-contact.ts';

/** A telephone call of somebody new, taken by who asks. */
export async function aContact(
  ctx: Context,
  facts: { code?: string | null; customerId?: string; matter?: string } = {},
): Promise<DeskContact> {
  const { code = null, matter = null } = facts;
  const customerId = facts.customerId ?? (await aCustomer(ctx)).id;
  return recordContact(ctx, { customerId, channel: 'phone', code, matter });
}

export interface Desk {
  li: Context;
  wu: Context;
  consultant: Context;
  supervisor: Context;
}

/** Two colleagues at the desk, a consultant, and the supervisor. */
export async function aDesk(ctx: Context): Promise<Desk> {
  return {
    li: await as(ctx, 'front_desk', { name: '李' }),
    wu: await as(ctx, 'front_desk', { name: '吴' }),
    consultant: await as(ctx, 'consultant', { name: '何' }),
    supervisor: await as(ctx, 'cs_supervisor', { name: '赵' }),
  };
}

/** The same moment of the next week: Thursday morning. */
export function nextWeek(ctx: Context): Context {
  return later(ctx, addHours(ctx.now, 7 * 24));
}
