import { useEffect } from 'react';
import type { CallSheet } from '#domain/followups/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { sessionEnded } from '#web/lib/connection.ts';
import { signal, useSignal } from '#web/lib/signal.ts';
import { blankDraft, blankHeard, isBlank, lastTriesOf, type Draft, type HeardDraft } from './draft.ts';

/** By customer, outside of every component: switching rows or pages, or an ended session, loses nothing typed. */
const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

export function useDrafts(): ReadonlyMap<string, Draft> {
  return useSignal(drafts);
}

export function useDraft(sheet: CallSheet) {
  const { id } = sheet.customer;
  const draft = useDrafts().get(id) ?? blankDraft;
  const change = (part: Partial<Draft>) => {
    const now = drafts.get().get(id) ?? { ...blankDraft, ...startOn(sheet) };
    keepDraft(id, { ...now, ...part });
  };
  const changeHeard = (followupId: string, part: Partial<HeardDraft>) => {
    const { heard } = drafts.get().get(id) ?? blankDraft;
    change({ heard: { ...heard, [followupId]: { ...(heard[followupId] ?? blankHeard), ...part } } });
  };
  return { draft, change, changeHeard };
}

export function keepDraft(customerId: string, draft: Draft): void {
  if (isBlank(draft)) return dropDraft(customerId);
  drafts.set(new Map(drafts.get()).set(customerId, draft));
}

/** Asks before the browser leaves with something typed; not when somebody else has signed in here instead. */
export function useDraftGuard(): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (drafts.get().size > 0 && !sessionEnded.get()) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, []);
}

export function dropDraft(customerId: string): void {
  const rest = new Map(drafts.get());
  rest.delete(customerId);
  drafts.set(rest);
}

/** Taking note of the followups as they are now; later changes to them are then somebody else's. */
export function startOn(sheet: CallSheet): Pick<Draft, 'startedOn' | 'startedAt'> {
  return { startedOn: lastTriesOf(sheet), startedAt: serverNow() };
}
