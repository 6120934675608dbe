import type { LedgerLine } from '#domain/ledger/contract.ts';
import { amountOf, totalOf } from '#domain/ledger/entry.ts';
import type { StoredCourse, StoredEntry } from './store.ts';

export function presentEntry(entry: StoredEntry, courses: readonly StoredCourse[]): LedgerLine {
  const ofCourse = entry.postings.find(({ courseId }) => courseId !== undefined);
  return {
    id: entry.id,
    kind: entry.kind,
    bookedOn: entry.on,
    fen: amountOf(entry),
    cash: Math.sign(totalOf(entry.postings.filter(({ account }) => account === 'cash'))),
    courseName: courses.find(({ id }) => id === ofCourse?.courseId)?.name ?? null,
    sessions: ofCourse?.sessions ?? null,
    memo: entry.memo,
    clinicId: entry.clinicId,
    visitId: entry.visitId,
    reversesId: entry.reverses,
    isReversed: entry.isReversed,
    isImported: entry.isImported,
    recordedBy: entry.recordedBy,
    recordedAt: entry.recordedAt,
  };
}
