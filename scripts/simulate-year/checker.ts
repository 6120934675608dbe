import { checkContacts } from './check/contacts.ts';
import { checkExplained } from './check/explained.ts';
import type { History, Violation } from './check/history.ts';
import { checkMessages } from './check/messages.ts';
import { checkNobodyLost } from './check/nobody-lost.ts';
import { checkOnce } from './check/once.ts';

/** Looks at a year with nothing in hand but what is on record: none of the program's own rules is asked. */
export function checkYear(history: History): Violation[] {
  return [
    ...checkNobodyLost(history),
    ...checkContacts(history),
    ...checkExplained(history),
    ...checkOnce(history),
    ...checkMessages(history),
  ];
}
