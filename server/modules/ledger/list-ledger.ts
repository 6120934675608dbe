import type { z } from 'zod';
import { addDays, addMonths, dayAt } from '#domain/base/time.ts';
import { balanceOf } from '#domain/ledger/balance.ts';
import type { CustomerLedger, ListLedger } from '#domain/ledger/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { presentEntry } from './present.ts';
import { selectCharged } from './spending-store.ts';
import { countEntries, selectCourses, selectEntries, selectTotals } from './store.ts';

/** The customer's own account: where it stands, and what was booked, the newest first. */
export async function listLedger(
  ctx: Context,
  input: z.output<typeof ListLedger> & { id: string },
): Promise<CustomerLedger> {
  requirePermission(ctx, 'ledger.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await requireCustomer(ctx, input.id);
    const today = dayAt(ctx.now, (await getClinic(ctx, customer.clinicId)).timezone);
    const balance = balanceOf(await selectTotals(ctx, customer.id));
    const left = new Map(balance.courses.map((course) => [course.courseId, course]));
    const courses = await selectCourses(ctx, customer.id);
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const entries = await selectEntries(ctx, { customerId: customer.id, ...page });
    const [lastYear] = await selectCharged(ctx, {
      since: addDays(addMonths(today, -12), 1),
      customerIds: [customer.id],
    });
    return {
      items: entries.map((entry) => presentEntry(entry, courses)),
      total: await countEntries(ctx, customer.id),
      balance: {
        chargedFen: balance.earnedFen + balance.prepaidFen,
        paidFen: balance.paidFen,
        owedFen: balance.owedFen,
        depositFen: balance.depositFen,
        prepaidFen: balance.prepaidFen,
        sessionsLeft: balance.courses.reduce((sum, course) => sum + course.sessionsLeft, 0),
        chargedLastYearFen: lastYear?.fen ?? 0,
      },
      courses: courses.flatMap((course) => {
        const { sessionsLeft = 0, fenLeft = 0 } = left.get(course.id) ?? {};
        return sessionsLeft > 0 ? [{ ...course, sessionsLeft, fenLeft }] : [];
      }),
    };
  });
}
