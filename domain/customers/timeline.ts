import type { Instant } from '#domain/base/time.ts';
import { timelineKinds } from './contract.ts';
import type { TimelineEntry } from './contract.ts';

export type TimelineKind = TimelineEntry['kind'];

/** A place in a customer's timeline: the moment, and of one moment the kind and the row. */
export interface TimelinePlace {
  at: Instant;
  kind: TimelineKind;
  rowId: string;
}

/** Newest first; of one moment what follows stands above what it follows from, which is the order of the kinds. */
export function newestFirst(a: TimelinePlace, b: TimelinePlace): number {
  return compare(b.at, a.at) || compare(rankOf(b.kind), rankOf(a.kind)) || compare(b.rowId, a.rowId);
}

/** How far a kind goes below `place`: all of that moment, none of it, or only the rows before that one. */
export function below(
  kind: TimelineKind,
  place: TimelinePlace,
): 'with-moment' | 'before-moment' | 'before-row' {
  if (kind === place.kind) return 'before-row';
  return rankOf(kind) < rankOf(place.kind) ? 'with-moment' : 'before-moment';
}

/** The cursor that stands for a place; to its reader it is only a text to give back. */
export function writeCursor(place: TimelinePlace): string {
  return `${place.at}_${rankOf(place.kind)}_${place.rowId}`;
}

/** Null when it is none of ours. */
export function readCursor(cursor: string): TimelinePlace | null {
  const match =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      cursor,
    );
  const kind = timelineKinds[Number(match?.[2])];
  if (!match || kind === undefined || Number.isNaN(Date.parse(match[1]!))) return null;
  return { at: match[1]!, kind, rowId: match[3]! };
}

function rankOf(kind: TimelineKind): number {
  return timelineKinds.indexOf(kind);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
