import { useBlocker } from '@tanstack/react-router';
import { useWords } from '#web/lib/words.ts';
import { useConfirm } from './confirm.tsx';
import { uiWords } from './words.ts';

/** Asks before a page is left with something that is not saved, be it for another page or by closing the browser. */
export function useLeaveGuard(isChanged: boolean): void {
  const say = useWords(uiWords);
  const confirm = useConfirm();
  useBlocker({
    shouldBlockFn: async () => {
      const isGivenUp = await confirm({
        title: say('discard.title'),
        text: say('leave.text'),
        yes: say('discard.yes'),
        no: say('discard.no'),
        dangerous: true,
      });
      return !isGivenUp;
    },
    enableBeforeUnload: true,
    disabled: !isChanged,
  });
}
