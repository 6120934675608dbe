import type { TimelineEntry } from '#domain/customers/contract.ts';

/** What stands as one thing in the timeline: an entry, or all the attempts of one call. */
export interface TimelineGroup {
  id: string;
  kind: TimelineEntry['kind'];
  at: string;
  byName: string | null;
  entries: [TimelineEntry, ...TimelineEntry[]];
}

/** One call about several followups was one contact; what one event made to be planned stands together. */
export function groupsOf(entries: readonly TimelineEntry[]): TimelineGroup[] {
  const groups: TimelineGroup[] = [];
  const byKey = new Map<string, TimelineGroup>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = key === null ? undefined : byKey.get(key);
    if (known) {
      known.entries.push(entry);
      continue;
    }
    const { id, kind, at, byName } = entry;
    const group: TimelineGroup = { id, kind, at, byName, entries: [entry] };
    groups.push(group);
    if (key !== null) byKey.set(key, group);
  }
  return groups;
}

function keyOf({ kind, at, facts }: TimelineEntry): string | null {
  if (kind === 'attempt') return `attempt ${String(facts['callId'])}`;
  return kind === 'followup-planned' ? `planned ${at} ${String(facts['event'])}` : null;
}
