import { useKeys } from '#web/lib/keys.ts';
import type { ClassStage } from '#domain/classes/preclass.ts';
import { useClassNames } from './class-names.ts';

/** What moves about and takes back on the pages of classes; a class of that letter is chosen by the mouse. */
const taken = ['j', 'k', 'u'];

/** The key of a class is its letter: `A` for M-A and C-A, whichever half is on the table. */
export function keyOf(code: string): string | null {
  const letter = code.at(-1)!.toLowerCase();
  return taken.includes(letter) ? null : letter;
}

/** One key a class; none while `onPick` is null. */
export function useClassKeys(stage: ClassStage, onPick: ((code: string) => void) | null): void {
  const { classesOf } = useClassNames();
  const hands = classesOf(stage).flatMap(({ code }) => {
    const key = keyOf(code);
    return key && onPick ? [[key, () => onPick(code)] as const] : [];
  });
  useKeys(Object.fromEntries(hands));
}
