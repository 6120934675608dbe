/** What one person is to another. */
export const relationKinds = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'relative',
  'friend',
  'other',
] as const;
export type RelationKind = (typeof relationKinds)[number];

const turned: Partial<Record<RelationKind, RelationKind>> = {
  parent: 'child',
  child: 'parent',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
};

/** The same relation seen by the other of the two. */
export function seenFromOtherSide(kind: RelationKind): RelationKind {
  return turned[kind] ?? kind;
}

/** The law's age: below it somebody else consents and pays. */
const grownUpAt = 18;

export function isMinor(age: number | null): boolean {
  return age !== null && age < grownUpAt;
}

/** A minor needs a guardian on record (A6). */
export function lacksGuardian(age: number | null, relations: readonly { isGuardian: boolean }[]): boolean {
  return isMinor(age) && !relations.some(({ isGuardian }) => isGuardian);
}
