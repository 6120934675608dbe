import { z } from 'zod';

/** Whether a doctor's calendar can be read from outside, and when it was last. */
export const CalendarFeed = z.object({
  doctorId: z.string(),
  doctorName: z.string(),
  createdAt: z.string().nullable(),
  lastReadAt: z.string().nullable(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;
export const CalendarFeedList = z.object({ items: z.array(CalendarFeed) });
/** The address is shown once and kept nowhere. */
export const NewCalendarFeed = z.object({ feed: CalendarFeed, path: z.string() });
