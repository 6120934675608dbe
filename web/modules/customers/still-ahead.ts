import type { Instant } from '#domain/base/time.ts';
import type { TimelineEntry } from '#domain/customers/contract.ts';
import { factsOf } from './timeline-facts.ts';

/** What the timeline knows to come: planned followups and booked appointments of later days. */
export interface Ahead {
  id: string;
  kind: 'followup-planned' | 'appointment';
  entry: TimelineEntry;
  at: Instant;
}

export function stillAhead(entries: readonly TimelineEntry[], endOfToday: Instant): Ahead[] {
  const ended = new Set(
    entries.flatMap(({ id, kind }) => (kind === 'followup-ended' ? [id.slice(kind.length)] : [])),
  );
  const ahead = entries.flatMap((entry): Ahead[] => {
    const { text } = factsOf(entry);
    if (entry.kind === 'followup-planned') {
      const at = text('dueAt') ?? '';
      const isOver =
        at <= endOfToday || ended.has(entry.id.slice(entry.kind.length)) || wasAnswered(entry, entries);
      return isOver ? [] : [{ id: entry.id, kind: entry.kind, entry, at }];
    }
    const isBooked = entry.kind === 'appointment' && text('state') === 'booked' && entry.at > endOfToday;
    return isBooked ? [{ id: entry.id, kind: 'appointment', entry, at: entry.at }] : [];
  });
  return ahead.sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** The timeline does not say which followup an attempt was for, but which step: reached or refused, it is over. */
function wasAnswered(planned: TimelineEntry, entries: readonly TimelineEntry[]): boolean {
  const step = factsOf(planned).text('stepZh');
  return entries.some((entry) => {
    const { text, isSo } = factsOf(entry);
    return (
      entry.kind === 'attempt' &&
      entry.at > planned.at &&
      text('stepZh') === step &&
      ['reached', 'refused'].includes(text('result') ?? '') &&
      !isSo('undone')
    );
  });
}
