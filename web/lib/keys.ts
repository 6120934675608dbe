import { useEffect, useRef } from 'react';

type Hands = Record<string, (event: KeyboardEvent) => void>;

/**
 * Keys for hands that stay on the keyboard: `j`, `1`, `?`, `mod+enter`. A single key rests while somebody types;
 * all rest under a dialog, and while an input method is putting a Chinese word together.
 */
export function useKeys(hands: Hands): void {
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || isUnderDialog()) return;
      const name = nameOf(event);
      if (isTyping(event.target)) {
        if (name === 'escape') (event.target as HTMLElement).blur();
        if (!name.startsWith('mod+')) return;
      }
      if (name === 'enter' && pressesItself(event.target)) return;
      const act = latest.current[name];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** An input method that is switched on hides the key; its place on the keyboard stays known. */
function nameOf({ key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const plain = key === 'Process' ? keyAt(code, shiftKey) : key.toLowerCase();
  return ctrlKey || metaKey ? `mod+${plain}` : plain;
}

function keyAt(code: string, shiftKey: boolean): string {
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return code.replace(/^(Key|Digit|Numpad)/, '').toLowerCase();
}

/** `data-own-keys` marks what takes single keys itself, such as a row of scores. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [data-own-keys]') !== null) &&
    !target.matches('input[type=checkbox], input[type=radio]')
  );
}

/** On a button or link Enter presses that. */
function pressesItself(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, [role=button]') !== null;
}

function isUnderDialog(): boolean {
  const dialogs = document.querySelectorAll<HTMLElement>('[role=dialog][aria-modal=true]');
  return [...dialogs].some((dialog) => dialog.offsetParent !== null || dialog.getClientRects().length > 0);
}
