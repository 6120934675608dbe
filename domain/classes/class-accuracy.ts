/** One contact of the desk: the class set then, and the class confirmed later by consultant, doctor or supervisor. */
export interface ClassedContact {
  contactId: string;
  /** Whose contact it is: who gave it its first class; who took it where it has none. */
  staffId: string;
  preclass: string | null;
  confirmed: string | null;
}

export interface Share {
  count: number;
  of: number;
  /** 0 to 1; null of nothing. */
  share: number | null;
}

/** At least so many of a hundred classes are right (B1). */
export const standardAccuracyPercent = 95;

/** How many contacts were given a class at all; it should be all of them. */
export function shareClassified(contacts: readonly ClassedContact[]): Share {
  return shareOf(contacts.filter(({ preclass }) => preclass !== null).length, contacts.length);
}

/** How many of the classes that were confirmed were right from the start. */
export function accuracy(contacts: readonly ClassedContact[]): Share {
  const judged = judgedOf(contacts);
  return shareOf(judged.filter(({ preclass, confirmed }) => preclass === confirmed).length, judged.length);
}

export function meetsAccuracyBar({ share }: Share, percent: number = standardAccuracyPercent): boolean {
  return share !== null && share >= percent / 100;
}

/**
 * Cohen's kappa: the agreement beyond what chance alone would bring. 1 is full agreement, 0 no better than dice;
 * null where nothing was judged, or where both only ever said one class.
 */
export function kappa(contacts: readonly ClassedContact[]): number | null {
  const judged = judgedOf(contacts);
  if (judged.length === 0) return null;
  const classes = new Set(judged.flatMap(({ preclass, confirmed }) => [preclass, confirmed]));
  const observed = judged.filter(({ preclass, confirmed }) => preclass === confirmed).length / judged.length;
  let byChance = 0;
  for (const code of classes) {
    const before = judged.filter(({ preclass }) => preclass === code).length;
    const after = judged.filter(({ confirmed }) => confirmed === code).length;
    byChance += (before / judged.length) * (after / judged.length);
  }
  return byChance === 1 ? null : (observed - byChance) / (1 - byChance);
}

export interface ConfusionCell {
  preclass: string;
  confirmed: string;
  /** The contacts behind the number. */
  contactIds: string[];
}

export interface PersonAccuracy {
  staffId: string;
  classified: Share;
  accuracy: Share;
  meetsBar: boolean;
  kappa: number | null;
  cells: ConfusionCell[];
}

/** Of each person of the desk: what was taken for what, with the contacts behind every cell. */
export function confusionMatrix(
  contacts: readonly ClassedContact[],
  percent: number = standardAccuracyPercent,
): PersonAccuracy[] {
  const staff = [...new Set(contacts.map(({ staffId }) => staffId))].sort();
  return staff.map((staffId) => {
    const own = contacts.filter((contact) => contact.staffId === staffId);
    const right = accuracy(own);
    return {
      staffId,
      classified: shareClassified(own),
      accuracy: right,
      meetsBar: meetsAccuracyBar(right, percent),
      kappa: kappa(own),
      cells: cellsOf(judgedOf(own)),
    };
  });
}

type Judged = ClassedContact & { preclass: string; confirmed: string };

function judgedOf(contacts: readonly ClassedContact[]): Judged[] {
  return contacts.filter(
    (contact): contact is Judged => contact.preclass !== null && contact.confirmed !== null,
  );
}

function cellsOf(judged: readonly Judged[]): ConfusionCell[] {
  const cells = new Map<string, ConfusionCell>();
  for (const { preclass, confirmed, contactId } of judged) {
    const key = `${preclass} ${confirmed}`;
    const cell = cells.get(key) ?? { preclass, confirmed, contactIds: [] };
    cell.contactIds.push(contactId);
    cells.set(key, cell);
  }
  return [...cells.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
}

export function shareOf(count: number, of: number): Share {
  return { count, of, share: of === 0 ? null : count / of };
}
