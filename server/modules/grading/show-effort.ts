import { addDays, dayAt, daysBetween, endOfDay, mondayOf, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { AskEffort, EffortContact, EffortReport, ListEffortContacts } from '#domain/grading/contract.ts';
import { effortOf, effortShare, effortTarget } from '#domain/grading/effort.ts';
import type { GradedContact } from '#domain/grading/effort.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { listContacts } from '../followups/list-contacts.ts';
import type { ContactRow } from '../followups/list-contacts.ts';
import { ungraded } from './regrade-customers.ts';
import { selectFirstRunDay } from './rules-store.ts';
import { selectChanges } from './store.ts';

interface Asked {
  from: CalendarDate;
  to: CalendarDate;
  clinicId?: string | undefined;
  staffId?: string | undefined;
}

/** What A and B customers got of all contacts and minutes, by week and person (B4). Four whole weeks where nobody says. */
export async function showEffort(ctx: Context, input: AskEffort): Promise<EffortReport> {
  requirePermission(ctx, 'followups.supervise');
  const to = input.to ?? dayAt(ctx.now, ctx.zone);
  const from = input.from ?? addDays(mondayOf(to), -21);
  return inTransaction(ctx, async (ctx) => {
    const rows = await gradedContacts(ctx, { ...input, from, to });
    const names = new Map(rows.map((row) => [row.staffId, row.staffName]));
    const contacts = rows.map((row) => asContact(row, ctx.zone));
    return {
      from,
      to,
      target: effortTarget,
      total: effortOf(contacts),
      weeks: effortShare(contacts)
        .map((week) => ({ ...week, staffName: names.get(week.staffId)! }))
        .sort((one, other) => (one.week === other.week ? 0 : one.week < other.week ? 1 : -1)),
    };
  });
}

/** The contacts behind a figure of it, the newest first. */
export async function listEffortContacts(
  ctx: Context,
  input: ListEffortContacts,
): Promise<{ items: EffortContact[]; total: number }> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const rows = (await gradedContacts(ctx, input)).filter(
      ({ grade }) => input.best === undefined || isBest(grade) === (input.best === 'yes'),
    );
    const page = rows.slice((input.page - 1) * input.pageSize, input.page * input.pageSize);
    const people = await briefCustomers(
      ctx,
      page.map((row) => row.customerId),
    );
    return {
      total: rows.length,
      items: page.map(({ callId, customerId, grade, at, staffName, channel, result, seconds }) => {
        const { id, number, name } = people.get(customerId)!;
        return { id: callId, customer: { id, number, name }, grade, at, staffName, channel, result, seconds };
      }),
    };
  });
}

type GradedRow = ContactRow & { grade: Grade };

/**
 * Each contact with the grade the customer had at that moment; from before anybody was graded here, as after an
 * import of years, with the first grade that was given.
 */
async function gradedContacts(ctx: TransactionContext, asked: Asked): Promise<GradedRow[]> {
  if (asked.from > asked.to) throw new Invalid({ path: 'to', code: 'before-it-begins' });
  if (daysBetween(asked.from, asked.to) > 366) throw new Invalid({ path: 'from', code: 'too-long-ago' });
  const rows = await listContacts(ctx, {
    from: startOfDay(asked.from, ctx.zone),
    to: endOfDay(asked.to, ctx.zone),
    clinicIds: clinicsAsked(ctx, asked.clinicId),
    staffId: asked.staffId ?? null,
  });
  const changes = Map.groupBy(
    await selectChanges(ctx, [...new Set(rows.map((row) => row.customerId))]),
    (change) => change.customerId,
  );
  const firstDay = await selectFirstRunDay(ctx);
  const graded = firstDay && {
    from: startOfDay(firstDay, ctx.zone),
    known: endOfDay(firstDay, ctx.zone),
  };
  return rows.map((row) => {
    const at = graded && row.at < graded.from ? graded.known : row.at;
    const last = changes.get(row.customerId)?.findLast((change) => change.at <= at);
    return { ...row, grade: last?.grade ?? ungraded.grade };
  });
}

function asContact({ staffId, at, grade, seconds }: GradedRow, zone: string): GradedContact {
  return { staffId, on: dayAt(at, zone), grade, minutes: (seconds ?? 0) / 60 };
}

function isBest(grade: Grade): boolean {
  return grade === 'A' || grade === 'B';
}
