import { expect, it } from 'vitest';
import { standardProtocols } from '#domain/followups/standard-protocols.ts';
import { standardScripts } from '#domain/scripts/standard-scripts.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { inClinic, later } from '#tests/support/clinic.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { getCallSheet } from '#server/modules/followups/get-call-sheet.ts';
import { planEvents } from '#server/modules/followups/plan-events.ts';

const byProtocol = ['product-use', 'aftercare', 'after-surgery', 'no-deal', 'deposit-untreated', 'birthday'];
const byReminder = ['eye-area', 'sleeping', 'referral-thanks'];

/** What the script's protocol starts with has happened to somebody. */
async function planned(ctx: Context, code: string) {
  const hasIt = ({ scriptCode }: { scriptCode?: string | undefined }) => scriptCode === code;
  const { trigger, steps } = standardProtocols.find((protocol) => protocol.steps.some(hasIt))!;
  const customer = await aCustomer(ctx);
  const [visitKind = 'first'] = trigger.visitKinds ?? [];
  const visit = trigger.atVisit ? await aClosedVisit(ctx, { customer }) : null;
  await inTransaction(ctx, (ctx) =>
    planEvents(ctx, [
      {
        ...{ event: trigger.event, key: 'what happened', at: ctx.now, customerId: customer.id },
        ...{ clinicId: customer.clinicId, visitId: visit?.id ?? null, visitKind },
        categories: trigger.treatmentCategories?.slice(0, 1) ?? ['other'],
      },
    ]),
  );
  const stepKey = steps.find(hasIt)!.key;
  const owed = await followupsOf(ctx, customer.id);
  return owed.find((followup) => followup.stepKey === stepKey && followup.event === trigger.event)!;
}

it.each([...byProtocol, ...byReminder])('the script %s is walked on a call sheet', (code) =>
  inClinic(async (ctx) => {
    const followup = byProtocol.includes(code)
      ? await planned(ctx, code)
      : await createReminder(ctx, {
          ...{ customerId: (await aCustomer(ctx)).id, assigneeId: ctx.actor.id!, dueOn: '2026-03-13' },
          ...{ matter: '联系一下', scriptCode: code },
        });
    const opened = later(ctx, followup.opensAt > ctx.now ? followup.opensAt : ctx.now);
    const sheet = await getCallSheet(opened, { customerId: followup.customerId });
    const shown = sheet.followups.find(({ id }) => id === followup.id);
    expect(shown?.guide?.definition.code).toBe(code);
    expect(shown?.guide?.definition.passages.length).toBeGreaterThan(0);
    expect(sheet.inScript).not.toBeNull();
  }),
);

it('all that ship are seen', () => {
  const codes = standardScripts.map(({ code }) => code).sort();
  expect([...byProtocol, ...byReminder].sort()).toEqual(codes);
});

it('a reminder names no script that is not there', () =>
  inClinic(async (ctx) => {
    const reminder = {
      assigneeId: ctx.actor.id!,
      dueOn: '2026-03-13',
      matter: '联系',
      scriptCode: 'no-such',
    };
    const { id: customerId } = await aCustomer(ctx);
    await expect(createReminder(ctx, { ...reminder, customerId })).rejects.toMatchObject({
      code: 'not-found',
    });
  }));
