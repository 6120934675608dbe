import { addDays, dayAt, mondayOf, startOfDay } from '#domain/base/time.ts';
import type { AddLesson, WeekSheet } from '#domain/recovery/contract.ts';
import { weekFigures } from '#domain/recovery/week-sheet.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findPeople } from '../staff/find-people.ts';
import { countRecognized } from './corrections-store.ts';
import { rulesInForce } from './get-rules.ts';
import { insertLesson, selectCounted, selectLessons } from './week-store.ts';

/** What the cases of a week teach (D6); of the week before where none is named. */
export async function showWeek(
  ctx: Context,
  input: { week?: string | undefined; clinicId?: string | undefined },
): Promise<WeekSheet> {
  requirePermission(ctx, 'recovery.read');
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const week = mondayOf(input.week ?? addDays(dayAt(ctx.now, ctx.zone), -7));
    const { rules } = await rulesInForce(ctx);
    const from = addDays(week, -7 * rules.repeatWeeks);
    const cases = await selectCounted(ctx, {
      ...{ from: startOfDay(from, ctx.zone), to: startOfDay(addDays(week, 7), ctx.zone), clinicIds },
    });
    const lessons = await selectLessons(ctx, { from, to: week, clinicIds });
    const { causes, uplifts, ...figures } = weekFigures(cases, lessons, week, ctx.zone, rules);
    const nameOf = new Map(rules.causes.map(({ key, name }) => [key, name]));
    const doctors = await findPeople(
      ctx,
      uplifts.doctor.flatMap(({ key }) => key ?? []),
    );
    return {
      week,
      repeatWeeks: rules.repeatWeeks,
      ...figures,
      ...(await countRecognized(ctx, {
        from: startOfDay(week, ctx.zone),
        to: startOfDay(addDays(week, 7), ctx.zone),
        clinicIds,
      })),
      uplifts: {
        cause: uplifts.cause.map((each) => ({ ...each, name: nameOf.get(each.key ?? '') ?? each.key ?? '' })),
        doctor: uplifts.doctor.map((each) => ({ ...each, name: doctors.get(each.key ?? '')?.name ?? '' })),
      },
      causes: causes.map(({ lessons, ...each }) => ({
        ...each,
        name: nameOf.get(each.cause) ?? each.cause,
        lessons: lessons.map(({ cause: _cause, ...lesson }) => lesson),
      })),
    };
  });
}

/** Writes down what was changed because of a cause; the weeks after show whether it helped. */
export async function addLesson(ctx: Context, input: AddLesson): Promise<{ id: string }> {
  requirePermission(ctx, 'recovery.supervise');
  return inTransaction(ctx, async (ctx) => {
    const { rules } = await rulesInForce(ctx);
    if (!rules.causes.some(({ key }) => key === input.cause))
      throw new Invalid({ path: 'cause', code: 'not-a-cause' });
    const id = newId();
    await insertLesson(ctx, { ...input, id, clinicId: ctx.clinicId, week: mondayOf(input.week) });
    await recordAudit(ctx, {
      action: 'recovery-lesson.added',
      subject: { type: 'recovery-lesson', id },
      reason: input.changed,
    });
    return { id };
  });
}
