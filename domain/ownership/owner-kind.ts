/**
 * In which capacity somebody answers for a customer (归属人); a customer may have one person in each.
 *
 * - `web_consultant`: answers for a lead from the first contact until the first visit, and stays on the record
 *   afterwards as the one who won them.
 * - `consultant`: answers for a customer who has come, and for a lead without a web consultant.
 * - `doctor`: the treating doctor. Changes hands by the same door as the others, and is never released by a rule:
 *   a treatment ends by itself.
 */
export const ownerKinds = ['web_consultant', 'consultant', 'doctor'] as const;
export type OwnerKind = (typeof ownerKinds)[number];

/** Those whom a rule may release, and who claim from the pool. */
export const releasableKinds = ['web_consultant', 'consultant'] as const;
export type ReleasableKind = (typeof releasableKinds)[number];

/** Where the owner of each kind stands on a customer's record. */
export const ownerFields = {
  web_consultant: 'webConsultantId',
  consultant: 'ownerId',
  doctor: 'doctorId',
} as const satisfies Record<OwnerKind, string>;
export type OwnerField = (typeof ownerFields)[OwnerKind];

/**
 * How a customer came to an owner, or left one: named on the record by hand, brought by a sheet, claimed from the
 * pool, given to a colleague, released to the pool, handed on because the owner left the house, or become one with
 * another record.
 */
export const ownerMoves = [
  'assigned',
  'imported',
  'claimed',
  'transferred',
  'released',
  'left',
  'merged',
] as const;
export type OwnerMoveHow = (typeof ownerMoves)[number];
