import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { Wording } from './protocol.ts';

const which = { ids: z.array(idShape).min(1).max(200), toId: idShape.nullable() };
/** To whom, null for everybody of the role. */
export const PreviewHandOver = z.strictObject(which);
export type PreviewHandOver = z.infer<typeof PreviewHandOver>;
export const HandOver = z.strictObject({ ...which, reason: line(300).min(2) });
export type HandOver = z.infer<typeof HandOver>;

export const handOverRefusals = [
  'not-found',
  'already-ended',
  'not-yours',
  'already-theirs',
  'without-holder',
  'does-not-call',
  'other-clinic',
] as const;

const Refused = z.object({
  id: z.string(),
  customerName: z.string(),
  stepName: Wording.nullable(),
  reason: z.enum(handOverRefusals),
});
export type RefusedHandOver = z.infer<typeof Refused>;

export const HandOverPreview = z.object({
  moved: z.int(),
  refused: z.array(Refused),
  /** What the colleague holds of today already; null for the role. */
  holdsNow: z.int().nullable(),
  isAway: z.boolean(),
});
export type HandOverPreview = z.infer<typeof HandOverPreview>;

export const HandedOver = z.object({
  /** By this it is taken back; null where nothing moved. */
  id: z.string().nullable(),
  moved: z.int(),
  refused: z.array(Refused),
});
export type HandedOver = z.infer<typeof HandedOver>;

/** How many went back, and how many stay because somebody did something with them since. */
export const TakenBack = z.object({ back: z.int(), kept: z.int() });
