import type { AnswerValues } from '#domain/forms/form.ts';

/** What was filled in and not sent yet, on this telephone only. */
export interface Draft {
  values: AnswerValues;
  /** Where the customer was. */
  at: number;
  /** The name of the sending: the same however often it is tried. */
  sendId: string;
  savedAt: number;
}

const prefix = 'form-draft-';
const keptDays = 7;

/** Where the draft of a link is kept; the token itself stands nowhere on the telephone. */
export function draftKey(token: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < token.length; at += 1) {
    one = Math.imul(one ^ token.charCodeAt(at), 0x9e3779b1);
    two = Math.imul(two ^ token.charCodeAt(at), 0x5f356495);
  }
  return `${prefix}${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}

/** Storage may be full, switched off, or not be there at all in an old browser: then there is no draft. */
export function readDraft(storage: Storage | null, key: string, now: number): Draft | null {
  try {
    forgetOld(storage, now);
    const text = storage?.getItem(key);
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}

export function keepDraft(storage: Storage | null, key: string, draft: Draft): void {
  try {
    storage?.setItem(key, JSON.stringify(draft));
  } catch {
    // What cannot be kept is asked again; that is no reason to stop.
  }
}

export function dropDraft(storage: Storage | null, key: string): void {
  try {
    storage?.removeItem(key);
  } catch {
    // As above.
  }
}

/** Answers about somebody's health do not lie about for ever on a telephone that others use too. */
function forgetOld(storage: Storage | null, now: number): void {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage!.key(at));
  for (const key of keys) {
    if (!key || key.indexOf(prefix) !== 0) continue;
    const { savedAt } = JSON.parse(storage!.getItem(key) ?? '{}') as Partial<Draft>;
    if (savedAt === undefined || now - savedAt > keptDays * 86_400_000) storage!.removeItem(key);
  }
}
