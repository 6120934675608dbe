import { addDays, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { CreateCustomer, Customer } from '#domain/customers/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { system } from '#server/platform/context.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { later, settled } from '#tests/support/clinic.ts';
import { listReleases } from './list-releases.ts';
import { proposeReleases } from './propose-releases.ts';

/** The day on which the tests' clinic opens. */
export const opened = '2026-03-12';

/** The same question on the morning of a later day. */
export function on(ctx: Context, day: CalendarDate): Context {
  return later(ctx, startOfDay(day, ctx.zone));
}

/** A lead of a web consultant, with whom nothing is planned: released a week after the clinic opened. */
export function aLead(ctx: Context, owner: Context, facts: Partial<CreateCustomer> = {}): Promise<Customer> {
  return aCustomer(ctx, { webConsultantId: owner.actor.id, ...facts });
}

export const leadReleasedOn = addDays(opened, 7);

/** What the clock brings about in the night to that day, and all that it leads to. */
export async function night(ctx: Context, day: CalendarDate): Promise<void> {
  await proposeReleases({ ...on(ctx, day), actor: system });
  await settled(on(ctx, day));
}

export async function openReleases(ctx: Context, day: CalendarDate) {
  const { items } = await listReleases(on(ctx, day), { page: 1, pageSize: 50, state: 'open' });
  return items;
}
