import type { z } from 'zod';
import type { CalendarFeed, CalendarFeedList, NewCalendarFeed } from '#domain/calendarfeeds/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { codeOf } from '../links/create-link.ts';
import { makeToken } from '../links/make-token.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { insertFeed, revokeFeed, selectFeeds } from './store.ts';

/** The doctors, and whether their calendar is read from outside. */
export async function listFeeds(ctx: Context): Promise<z.infer<typeof CalendarFeedList>> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => {
    const feeds = await selectFeeds(ctx);
    const { items: staff } = await listStaff(ctx);
    const doctors = staff.filter(({ treats, state }) => treats && state !== 'disabled');
    return {
      items: doctors.map(({ id, name }) => {
        const feed = feeds.find(({ doctorId }) => doctorId === id);
        return {
          ...{ doctorId: id, doctorName: name },
          ...{ createdAt: feed?.createdAt ?? null, lastReadAt: feed?.lastReadAt ?? null },
        };
      }),
    };
  });
}

/** A new secret address of a doctor's calendar; the one before it opens nothing any more. */
export async function shareCalendar(
  ctx: Context,
  { id }: { id: string },
): Promise<z.infer<typeof NewCalendarFeed>> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => {
    const doctorName = await requireDoctor(ctx, id);
    await revokeFeed(ctx, id);
    const { token, hash } = makeToken(await codeOf(ctx));
    await insertFeed(ctx, { id: newId(), doctorId: id, hash });
    await recordAudit(ctx, { action: 'calendar.shared', subject: { type: 'staff', id } });
    const feed: CalendarFeed = { doctorId: id, doctorName, createdAt: ctx.now, lastReadAt: null };
    return { feed, path: `/api/v1/calendars/${token}` };
  });
}

/** Nobody reads it from outside any more. */
export async function revokeCalendar(ctx: Context, { id }: { id: string }): Promise<CalendarFeed> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => {
    const doctorName = await requireDoctor(ctx, id);
    if ((await revokeFeed(ctx, id)) > 0)
      await recordAudit(ctx, { action: 'calendar.revoked', subject: { type: 'staff', id } });
    return { doctorId: id, doctorName, createdAt: null, lastReadAt: null };
  });
}

async function requireDoctor(ctx: TransactionContext, id: string): Promise<string> {
  const { items: staff } = await listStaff(ctx);
  const doctor = staff.find((each) => each.id === id && each.treats && each.state !== 'disabled');
  if (!doctor) throw new NotFound('doctor', id);
  return doctor.name;
}
