import type { WindowRule } from '#domain/followups/protocol.ts';
import { useWords } from '#web/lib/words.ts';
import { protocolWords } from './words.ts';

/** "事后 24 小时内", "事后第 3–7 天", "次月 10 日前". */
export function useWindowInWords(): (window: WindowRule) => string {
  const say = useWords(protocolWords);
  return (window) => {
    switch (window.kind) {
      case 'after': {
        const { opensHours: opens, dueHours: due } = window;
        if (opens > 0) return say('window.after', { opens, due });
        return due < 1 ? say('window.after.minutes', { due: due * 60 }) : say('window.after.now', { due });
      }
      case 'days': {
        const { opensDay: opens, dueDay: due } = window;
        if (opens < 0) {
          if (due < 0) return say('window.days.before', { opens: -opens, due: -due });
          return due === 0
            ? say('window.days.up-to', { opens: -opens })
            : say('window.days.around', { opens: -opens, due });
        }
        if (opens === 0 && due === 0) return say('window.days.same');
        if (opens === due) return say('window.days.on', { due });
        return opens === 0 ? say('window.days.within', { due }) : say('window.days', { opens, due });
      }
      case 'months': {
        const { dueMonth: due, leadDays: lead } = window;
        return lead === 0 ? say('window.months.on', { due }) : say('window.months', { due, lead });
      }
      case 'next-month':
        return say('window.next-month', { before: window.before });
      case 'repeat': {
        const { every, first, times, unit } = window;
        const last = every * (first + times - 1);
        return say(`window.repeat.${unit}`, { every, start: every * first, last });
      }
    }
  };
}
