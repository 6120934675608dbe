import { z } from 'zod';

const hour = z.int().min(0).max(24);

/** What a customer is promised when a warning sign is heard, and who is told when it is not kept. */
export const RedFlagRules = z
  .strictObject({
    /** Minutes until the doctor calls about a sign that cannot wait, at any hour. */
    urgentMinutes: z.int().min(5).max(240).default(30),
    /** Minutes until the doctor calls about any other sign, within the hours below. */
    soonMinutes: z.int().min(15).max(1_440).default(120),
    /** Doctors call back from this hour until before that one, by the clinic's clock. */
    callsFromHour: hour.default(9),
    callsToHour: hour.default(20),
    /** A promise that is not kept is the supervisor's at once, and the manager's after so many minutes. */
    managerAfterMinutes: z.int().min(5).max(1_440).default(60),
  })
  .refine(({ callsFromHour, callsToHour }) => callsFromHour < callsToHour, {
    error: 'hours-run-backwards',
    path: ['callsToHour'],
  });
export type RedFlagRules = z.infer<typeof RedFlagRules>;

export const standardRedFlagRules: RedFlagRules = RedFlagRules.parse({});
