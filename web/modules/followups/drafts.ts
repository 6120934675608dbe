import type { CallSheet } from '#domain/followups/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { signal, useSignal } from '#web/lib/signal.ts';
import { blankDraft, blankHeard, lastTriesOf, type Draft, type HeardDraft } from './draft.ts';

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
  drafts.set(new Map(drafts.get()).set(customerId, draft));
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
