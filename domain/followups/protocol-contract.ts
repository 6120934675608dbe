import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { followupRoles } from '#domain/staff/role.ts';
import { shortcomings } from './additions.ts';
import {
  canBeMet,
  isDoable,
  protocolCode,
  ProtocolDefinition,
  purposes,
  triggerEvents,
  Wording,
} from './protocol.ts';
import { ClinicCalendar } from './working-days.ts';

export const byCode = z.object({ code: protocolCode });

/** Where an addition holds; null is the organization's own. */
export const PlaceShape = z
  .union([z.strictObject({ clinicId: idShape }), z.strictObject({ teamId: idShape })])
  .nullable();

export const ProtocolVersion = z.object({
  id: z.string(),
  version: z.int(),
  publishedAt: z.string(),
  publishedByName: z.string().nullable(),
  /** Null: it plans all that ever happened. */
  effectiveFrom: z.string().nullable(),
  retiredAt: z.string().nullable(),
  note: z.string().nullable(),
  /** Plans already made go over to it when it begins, and went over then. */
  movesPlans: z.boolean(),
  plansMovedAt: z.string().nullable(),
  definition: ProtocolDefinition,
});
export type ProtocolVersion = z.infer<typeof ProtocolVersion>;

export const ProtocolDraft = z.object({
  basedOn: z.int(),
  updatedAt: z.string(),
  updatedByName: z.string().nullable(),
  version: z.int(),
  definition: ProtocolDefinition,
});
export type ProtocolDraft = z.infer<typeof ProtocolDraft>;

/** A protocol with everything that was and may become of it. */
export const ProtocolView = z.object({
  code: z.string(),
  addsTo: z.string().nullable(),
  place: PlaceShape,
  /** Of an addition: the steps of the organization, which it may not undercut. */
  minimum: ProtocolDefinition.nullable(),
  mayEdit: z.boolean(),
  draft: ProtocolDraft.nullable(),
  /** Of the draft, 0 where there is none. */
  version: z.int(),
  /** The newest first; the first may not have begun yet. */
  history: z.array(ProtocolVersion),
});
export type ProtocolView = z.infer<typeof ProtocolView>;

export const SaveDraft = z.strictObject({
  definition: ProtocolDefinition.refine(isDoable, {
    error: 'before-an-event-nobody-knows',
    path: ['steps'],
  }).refine(canBeMet, { error: 'meant-for-nobody', path: ['trigger'] }),
  addsTo: protocolCode.nullable().default(null),
  place: PlaceShape.default(null),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** Where a draft of an addition gives less than the organization does. */
export const Undercuts = z.array(z.object({ stepKey: z.string(), how: z.enum(shortcomings) }));

const RoleLoad = z.object({
  role: z.enum(followupRoles),
  /** Who has that role now. */
  people: z.int(),
  /** Followups that fell due, day by day. */
  before: z.array(z.int()),
  after: z.array(z.int()),
});
export type RoleLoad = z.infer<typeof RoleLoad>;

export const ReplayAnswer = z.object({
  from: z.string(),
  to: z.string(),
  /** What happened that led to something due in these days. */
  events: z.int(),
  roles: z.array(RoleLoad),
  steps: z.array(z.object({ key: z.string(), name: Wording, before: z.int(), after: z.int() })),
});
export type ReplayAnswer = z.infer<typeof ReplayAnswer>;

export const Replay = z.object({
  id: z.string(),
  /** Of which state of the draft. */
  draftVersion: z.int(),
  state: z.enum(['running', 'done', 'failed']),
  partsDone: z.int(),
  parts: z.int(),
  startedAt: z.string(),
  answer: ReplayAnswer.nullable(),
});
export type Replay = z.infer<typeof Replay>;
export const LastReplay = z.object({ replay: Replay.nullable() });

export const TryDraft = z.strictObject({ customerId: idShape });
const TriedWindow = z.object({ opensAt: z.string(), dueAt: z.string(), closesAt: z.string() });
/** What a named customer would get by the draft, and gets by what is published, of her own last event or of one now. */
export const TriedDraft = z.object({
  customer: z.object({ id: z.string(), number: z.string(), name: z.string() }),
  event: z.object({
    event: z.enum(triggerEvents),
    at: z.string(),
    /** It did not happen; the draft is shown as if it did now. */
    isSupposed: z.boolean(),
  }),
  /** Why she would get nothing, or less. */
  hindrance: z.enum(['gone', 'refuses-contact', 'unhappy', 'not-meant']).nullable(),
  followups: z.array(
    z.object({
      stepKey: z.string(),
      stepName: Wording,
      occurrence: z.int(),
      role: z.enum(followupRoles),
      purpose: z.enum(purposes),
      assigneeName: z.string().nullable(),
      byDraft: TriedWindow.nullable(),
      byPublished: TriedWindow.nullable(),
      /** False where the holidays of its year are not published yet. */
      isForeseen: z.boolean(),
    }),
  ),
});
export type TriedDraft = z.infer<typeof TriedDraft>;

/** What becomes of plans that are already made: they keep their version, or go over to the new one when it begins. */
export const madePlans = ['keep', 'move'] as const;

export const PreviewMove = z.strictObject({
  /** As it would be from the beginning of that day; null: now. */
  effectiveOn: calendarDateShape.nullable().default(null),
});
export type PreviewMove = z.infer<typeof PreviewMove>;
export const MovePreview = z.object({
  /** Plans with something open. */
  plans: z.int(),
  changed: z.int(),
  added: z.int(),
  kept: z.int(),
  examples: z.array(
    z.object({
      customerId: z.string(),
      customerName: z.string(),
      stepName: Wording,
      /** Null: it is new. */
      dueBefore: z.string().nullable(),
      dueAfter: z.string(),
    }),
  ),
});
export type MovePreview = z.infer<typeof MovePreview>;

export const PublishDraft = z.strictObject({
  /** From the beginning of that day; null: from now on. */
  effectiveOn: calendarDateShape.nullable().default(null),
  made: z.enum(madePlans).default('keep'),
  note: line(300).nullable().default(null),
});
export type PublishDraft = z.infer<typeof PublishDraft>;

export const CalendarView = z.object({
  /** Null: the clinic works every day. */
  calendar: ClinicCalendar.nullable(),
  /** The last year whose public holidays are known; later days may still turn into one. */
  holidaysKnownThrough: z.int(),
  version: z.int(),
});
export type CalendarView = z.infer<typeof CalendarView>;
export const SaveCalendar = z.strictObject({ calendar: ClinicCalendar.nullable() });

/** Why nobody is to call a customer any more; null takes it back. */
export const NoteDeparture = z.strictObject({
  kind: z.enum(['deceased', 'moved-away']),
  on: calendarDateShape,
});
export const Departure = z.object({
  kind: z.enum(['deceased', 'moved-away']).nullable(),
  on: z.string().nullable(),
  endedFollowups: z.int(),
});
