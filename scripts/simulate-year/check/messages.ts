import type { History, Violation } from './history.ts';

/** Every message goes back to what somebody did, is there once, and is for somebody alive. */
export function checkMessages({ messages, audit, attempts }: History): Violation[] {
  const calls = new Set(attempts.map(({ callId }) => callId));
  const queuedBySomebody = new Set(
    audit.filter(({ action }) => action === 'message.queued').map(({ subjectId }) => subjectId),
  );
  const died = new Map(
    audit.filter(({ action }) => action === 'customer.deceased').map(({ subjectId, at }) => [subjectId, at]),
  );
  const same = Map.groupBy(messages, (each) =>
    [each.customerId, each.template, each.cause, each.causeId].join(' '),
  );
  return [
    ...messages.flatMap(({ id, cause, causeId, customerId, queuedAt }): Violation[] => {
      const words = `message ${id} because of ${cause} ${causeId}`;
      const isKnown = cause === 'call' ? calls.has(causeId) : cause !== 'staff' || queuedBySomebody.has(id);
      const isTooLate = (died.get(customerId) ?? '9999') < queuedAt;
      return [
        ...(isKnown ? [] : [{ kind: 'unexplained' as const, words }]),
        ...(isTooLate ? [{ kind: 'not-to-be-called' as const, words }] : []),
      ];
    }),
    ...[...same].flatMap(([words, each]): Violation[] =>
      each.length > 1 ? [{ kind: 'doubled', words }] : [],
    ),
  ];
}
