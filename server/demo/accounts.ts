import type { TreatmentCategory } from '#domain/visits/visit.ts';
import { derivedId } from '#server/platform/ids.ts';
import type { PastEntry } from '../modules/ledger/add-ledger-history.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Story } from './stories.ts';
import type { StoryVisit } from './visits.ts';

/** Yuan, from and to, as a clinic of a large city might ask; made up. */
const prices: Record<TreatmentCategory, [number, number]> = {
  consultation: [20, 80],
  surgery: [4_800, 26_800],
  injection: [980, 4_800],
  skin: [380, 1_980],
  course: [3_800, 12_800],
  orthodontics: [9_800, 26_800],
  implant: [5_800, 12_800],
  prosthetics: [1_200, 4_800],
  filling: [180, 680],
  extraction: [200, 1_200],
  cleaning: [128, 398],
  children: [80, 380],
  other: [30, 120],
};
/** Paid when it begins; what comes after costs no more than having a look. */
const paidAtStart: ReadonlySet<TreatmentCategory> = new Set([
  'surgery',
  'course',
  'orthodontics',
  'implant',
  'prosthetics',
]);
const controlFee: [number, number] = [20, 80];

// Rare, so that the check of the books has something to find, and the desk somebody who owes.
const forgottenShare = 0.015;
const halfPaidShare = 0.03;
const depositShare = 0.15;

/** What was charged and paid at each visit of a story. The same visits always come to the same. */
export function accountOf({ visits }: Pick<Story, 'visits'>): PastEntry[] {
  const begun = new Set<TreatmentCategory>();
  return visits.flatMap((visit) => {
    const dice = diceOf('account', visit.id);
    const fen = visit.treatments.reduce((sum, { category }) => sum + priceOf(category, begun, dice), 0);
    for (const { category } of visit.treatments) begun.add(category);
    if (fen === 0 || dice.happens(forgottenShare)) return [];
    const memo = visit.treatments.map(({ name }) => name).join('、');
    const paid = fen > 100_000 && dice.happens(halfPaidShare) ? Math.round(fen / 2) : fen;
    const isKeen = visit.isUndecided && dice.happens(depositShare);
    return [
      entry(visit, { kind: 'charge', fen, memo }),
      entry(visit, { kind: 'payment', fen: paid, memo: '' }),
      ...(isKeen ? [entry(visit, { kind: 'deposit', fen: dice.whole(5, 30) * 10_000, memo: '' })] : []),
    ];
  });
}

export function priceOf(
  category: TreatmentCategory,
  begun: ReadonlySet<TreatmentCategory>,
  dice: Dice,
): number {
  const [from, to] = paidAtStart.has(category) && begun.has(category) ? controlFee : prices[category];
  return dice.whole(from / 2, to / 2) * 200;
}

function entry(visit: StoryVisit, booking: PastEntry['booking']): PastEntry {
  return {
    id: derivedId(booking.kind, visit.id),
    clinicId: visit.clinicId,
    customerId: visit.customerId,
    on: visit.visitedOn,
    visitId: visit.id,
    importBatchId: null,
    booking,
  };
}
