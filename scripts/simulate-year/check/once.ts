import type { History, Violation } from './history.ts';

/** Nothing was planned twice, every call has its one row of the audit, and every event was heard. */
export function checkOnce({
  followups,
  plans,
  versions,
  attempts,
  audit,
  unheardEvents,
}: History): Violation[] {
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const codeOf = new Map(versions.map(({ id, code }) => [id, code]));
  const promises = Map.groupBy(followups, ({ planId, stepKey, occurrence }) => {
    const plan = planOf.get(planId);
    const code = plan && codeOf.get(plan.versionId);
    return [plan?.customerId, plan?.event, plan?.eventKey, code, stepKey, occurrence].join(' ');
  });
  const rows = Map.groupBy(
    audit.filter(({ action }) => action.startsWith('call.') && action !== 'call.undone'),
    ({ reason }) => reason,
  );
  const calls = new Set(attempts.map(({ callId }) => callId));
  return [
    ...[...promises].flatMap(([words, same]): Violation[] =>
      same.length > 1 ? [{ kind: 'doubled', words }] : [],
    ),
    ...[...calls].flatMap((callId): Violation[] => {
      const times = rows.get(callId)?.length ?? 0;
      return times === 1
        ? []
        : [{ kind: times > 1 ? 'doubled' : 'unexplained', words: `call ${callId}: ${times} audit rows` }];
    }),
    ...unheardEvents.map(({ type, id }): Violation => ({ kind: 'unheard', words: `${type} ${id}` })),
  ];
}
