import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';

/** What a clinic's code at the door leads to; printed and hung up. */
export const CheckInPoster = z.object({
  path: z.string(),
  renewedAt: z.string(),
  renewedByName: z.string().nullable(),
});
export type CheckInPoster = z.infer<typeof CheckInPoster>;

/** Which clinic's door it is: always in a body. */
const place = z.string().max(100);
export const OpenDoor = z.strictObject({ place });
export const Door = z.object({ clinicName: z.string() });
export type Door = z.infer<typeof Door>;

export const CheckIn = z.strictObject({
  place,
  digits: z.string().regex(/^\d{4}$/),
  name: line(30).min(1),
});
export type CheckIn = z.infer<typeof CheckIn>;
export const CheckInByLink = z.strictObject({ token: z.string().max(100) });
/** Here, with the number they are called by; or, whoever they are and for whatever reason, please see the desk. */
export const CheckedIn = z.object({ number: z.int().nullable() });
export type CheckedIn = z.infer<typeof CheckedIn>;

/** Somebody whom the door does not know and whom the desk goes to. */
export const DoorCall = z.object({ id: z.string(), at: z.string(), name: z.string(), digits: z.string() });
export type DoorCall = z.infer<typeof DoorCall>;
export const DoorCalls = z.object({ items: z.array(DoorCall) });
export const ListDoorCalls = z.strictObject({ clinicId: idShape });
