import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import { calendarDateShape } from '#domain/base/time.ts';

/** What stands in the address of the supervisor's page. */
export const UnfinishedFilter = z.object({
  day: calendarDateShape.optional(),
  /** Only what this person holds. */
  assigneeId: idShape.optional(),
  kind: z.enum(['missed', 'escalated']).default('missed'),
  page: pageQuery.page,
  pageSize: pageQuery.pageSize,
});
export type UnfinishedFilter = z.infer<typeof UnfinishedFilter>;
