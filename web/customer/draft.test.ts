import { describe, expect, it } from 'vitest';
import { draftKey, dropDraft, keepDraft, readDraft } from './draft.ts';

const day = 86_400_000;
const draft = (savedAt: number) => ({ values: { overall: 5 }, at: 2, sendId: 'a-sending', savedAt });

/** What a browser keeps, or does not. */
function aStorage(fails = false): Storage {
  const kept = new Map<string, string>();
  const orFail = <T>(value: T): T => {
    if (fails) throw new Error('switched off');
    return value;
  };
  return {
    get length() {
      return orFail(kept.size);
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => orFail(kept.get(key) ?? null),
    setItem: (key, text) => void orFail(kept.set(key, text)),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

describe('a draft on the telephone', () => {
  it('is found again by its link alone, under a name that does not tell the token', () => {
    const storage = aStorage();
    const [key, other] = [draftKey('A'.repeat(20)), draftKey(`${'A'.repeat(19)}B`)];
    keepDraft(storage, key, draft(0));
    expect(readDraft(storage, key, day)).toEqual(draft(0));
    expect(readDraft(storage, other, day)).toBeNull();
    expect(key).not.toContain('AAAA');
    dropDraft(storage, key);
    expect(readDraft(storage, key, day)).toBeNull();
  });

  it('is forgotten after a week, whichever link is opened next', () => {
    const storage = aStorage();
    keepDraft(storage, draftKey('one'), draft(0));
    keepDraft(storage, draftKey('two'), draft(1));
    readDraft(storage, draftKey('three'), 7 * day + 1);
    expect([readDraft(storage, draftKey('one'), 0), readDraft(storage, draftKey('two'), 0)]).toEqual([
      null,
      draft(1),
    ]);
  });

  it('is no reason to stop where nothing can be kept', () => {
    for (const storage of [null, aStorage(true)]) {
      keepDraft(storage, 'form-draft-x', draft(0));
      expect(readDraft(storage, 'form-draft-x', 0)).toBeNull();
      dropDraft(storage, 'form-draft-x');
    }
  });
});
