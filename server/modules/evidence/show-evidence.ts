import { addDays, dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type { AskEvidence, EvidenceCounts, EvidenceReport, ListEvidence } from '#domain/evidence/contract.ts';
import type { EvidenceRow } from '#domain/evidence/contract.ts';
import { saysItIsLate } from '#domain/evidence/match.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { Channel } from '#domain/followups/protocol.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { listContacts } from '../followups/list-contacts.ts';
import type { ContactRow } from '../followups/list-contacts.ts';
import { evidenceRules } from './get-rules.ts';
import { selectEvidence, selectLastLogAt } from './store.ts';
import type { StoredEvidence } from './store.ts';

const daysUnasked = 7;
const mostDays = 92;

/** How much of each person's calls is shown by more than their own word. */
export async function showEvidence(ctx: Context, input: AskEvidence): Promise<EvidenceReport> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const { from, to, graded } = await gradedCalls(ctx, input);
    const people = new Map<string, EvidenceReport['people'][number]>();
    const all = nothing();
    for (const { staffId, staffName, grade, isLate } of graded) {
      const person = people.get(staffId) ?? { staffId, name: staffName, ...nothing() };
      people.set(staffId, person);
      for (const counted of [all, person]) {
        counted.calls += 1;
        counted[grade] += 1;
        if (isLate) counted.late += 1;
      }
    }
    const rows = [...people.values()].toSorted(
      (a, b) => b.calls - a.calls || (a.staffId < b.staffId ? -1 : 1),
    );
    return { from, to, all, people: rows, lastLogAt: await selectLastLogAt(ctx) };
  });
}

/** The calls behind a number. */
export async function listEvidence(
  ctx: Context,
  input: ListEvidence,
): Promise<{ items: EvidenceRow[]; total: number }> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const { graded } = await gradedCalls(ctx, input);
    const asked = graded.filter(
      ({ staffId, grade, isLate }) =>
        (input.staffId === undefined || staffId === input.staffId) &&
        (input.grade === undefined || grade === input.grade) &&
        (input.late === undefined || isLate),
    );
    const page = asked.slice((input.page - 1) * input.pageSize, input.page * input.pageSize);
    const customers = await briefCustomers(
      ctx,
      page.map(({ customerId }) => customerId),
    );
    return {
      total: asked.length,
      items: page.map(({ callId, customerId, at, staffName, channel, result, grade, isLate, log }) => ({
        ...{ callId, customerId, at, staffName, grade, isLate, log },
        customerName: customers.get(customerId)?.name ?? '–',
        channel: channel as Channel,
        result: result as AttemptResult,
      })),
    };
  });
}

async function gradedCalls(
  ctx: TransactionContext,
  asked: AskEvidence,
): Promise<{ from: string; to: string; graded: (ContactRow & Omit<StoredEvidence, 'callId'>)[] }> {
  const to = asked.to ?? dayAt(ctx.now, ctx.zone);
  const from = asked.from ?? addDays(to, 1 - daysUnasked);
  if (from > to) throw new Invalid({ path: 'from', code: 'ends-before-it-begins' });
  if (addDays(from, mostDays) < to) throw new Invalid({ path: 'from', code: 'too-long' });
  const contacts = await listContacts(ctx, {
    from: startOfDay(from, ctx.zone),
    to: endOfDay(to, ctx.zone),
    clinicIds: clinicsAsked(ctx, asked.clinicId),
    staffId: null,
  });
  const evidence = await selectEvidence(
    ctx,
    contacts.map(({ callId }) => callId),
  );
  const { rules } = await evidenceRules(ctx);
  const graded = contacts.map((contact) => {
    const { grade, isLate, log } = evidence.get(contact.callId) ?? { grade: 'E0', isLate: false, log: null };
    return { ...contact, grade, isLate: isLate || saysItIsLate(contact, rules), log };
  });
  return { from, to, graded };
}

function nothing(): EvidenceCounts {
  return { calls: 0, E0: 0, E1: 0, E2: 0, E3: 0, late: 0 };
}
