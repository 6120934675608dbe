import { RecordCall } from '#domain/followups/contract.ts';
import { ReceiveCustomer } from '#domain/reception/contract.ts';
import type { EnteredPaperLine, EnterPaperLine } from '#domain/papersheets/contract.ts';
import { mayEnterLate } from '#domain/base/late-entry.ts';
import type { Instant } from '#domain/base/time.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { confirmAppointment, missAppointment } from '../appointments/cancel-appointment.ts';
import { getAppointment } from '../appointments/open-book.ts';
import { findFollowups } from '../followups/find-followups.ts';
import { recordCall } from '../followups/record-call.ts';
import { moveStage } from '../reception/move-stage.ts';
import { receiveCustomer } from '../reception/receive-customer.ts';
import { requireLine } from './find-line.ts';
import { lockLine, saveEntered } from './store.ts';
import type { LineRow } from './store.ts';

type Of<K extends EnterPaperLine['kind']> = Extract<EnterPaperLine, { kind: K }>;

/** Why they left without the checkout: it was written on paper, and the checkout is still to be done. */
const leftOnPaper = '离开时间按纸单补录';

/**
 * What was written behind a line, entered as if it had been done on the screen and with the time it happened (C6). A
 * line that stands already, by paper or by the screen, is given back as it stands. Throws `paper-code-expired`,
 * `not-happened-yet`, `too-long-ago`, and what the act itself throws.
 */
export async function enterLine(
  ctx: Context,
  { id, ...input }: EnterPaperLine & { id: string },
): Promise<EnteredPaperLine> {
  requirePermission(ctx, 'appointments.write');
  return inTransaction(ctx, async (ctx) => {
    await lockLine(ctx, id);
    const { line, row } = await requireLine(ctx, { id });
    if (line.kind !== input.kind) throw new Invalid({ path: 'kind', code: 'not-this-sheet' });
    if (line.standing.state !== 'open') return { line, isNew: false };
    const happenedAt = await act(ctx, row, input as EnterPaperLine);
    await saveEntered(ctx, id, { result: input.result, happenedAt });
    await recordAudit(ctx, {
      ...{ action: 'paper-line.entered', subject: { type: 'customer', id: line.customerId } },
      reason: `${line.code} ${input.result}`,
    });
    return { line: (await requireLine(ctx, { id })).line, isNew: true };
  });
}

/** Gives when it happened; null where nothing did. */
async function act(ctx: TransactionContext, row: LineRow, input: EnterPaperLine): Promise<Instant | null> {
  if (input.result === 'not_done') return null;
  switch (input.kind) {
    case 'waiting':
      return input.result === 'missed' ? miss(ctx, row) : receive(ctx, row, input);
    case 'confirmation':
      return confirm(ctx, row, input.result, timeOf(ctx, input.happenedAt));
    case 'call':
      return call(ctx, row, { ...input, result: input.result, happenedAt: timeOf(ctx, input.happenedAt) });
  }
}

function timeOf(ctx: TransactionContext, happenedAt: Instant | null): Instant {
  if (happenedAt === null) throw new Invalid({ path: 'happenedAt', code: 'missing' });
  const decision = mayEnterLate(happenedAt, ctx.now);
  if (!decision.allowed) throw new Conflict(decision.reason);
  return happenedAt;
}

async function miss(ctx: TransactionContext, row: LineRow): Promise<null> {
  const { id, version } = await getAppointment(ctx, { id: row.appointmentId! });
  await missAppointment(ctx, { id, version });
  return null;
}

async function receive(
  ctx: TransactionContext,
  { customerId, clinicId, appointmentId }: LineRow,
  { arrivedAt, calledAt, leftAt, channelSource }: Of<'waiting'>,
): Promise<Instant> {
  if (arrivedAt === null) throw new Invalid({ path: 'arrivedAt', code: 'missing' });
  const { visitId } = await receiveCustomer(
    ctx,
    ReceiveCustomer.parse({ customerId, clinicId, appointmentId, arrivedAt, channelSource }),
  );
  if (calledAt !== null) await moveStage(ctx, { visitId, to: 'in-treatment', at: calledAt });
  if (leftAt !== null) await moveStage(ctx, { visitId, to: 'gone', reason: leftOnPaper, at: leftAt });
  return arrivedAt;
}

async function confirm(
  ctx: TransactionContext,
  row: LineRow,
  answer: Exclude<Of<'confirmation'>['result'], 'not_done'>,
  happenedAt: Instant,
): Promise<Instant> {
  const { id, version } = await getAppointment(ctx, { id: row.appointmentId! });
  await confirmAppointment(ctx, { id, version, answer, saidAt: happenedAt });
  return happenedAt;
}

/** One call for all the followups of the line that are still owed. */
async function call(
  ctx: TransactionContext,
  { customerId, followupIds }: LineRow,
  made: Omit<Of<'call'>, 'result' | 'happenedAt'> & {
    result: Exclude<Of<'call'>['result'], 'not_done'>;
    happenedAt: Instant;
  },
): Promise<Instant> {
  const { result, happenedAt, score, notes, reason, callBackAt } = made;
  const owed = [...(await findFollowups(ctx, followupIds ?? [])).values()].filter(
    ({ state }) => state === 'open',
  );
  const isHeard = result === 'reached';
  await recordCall(ctx, {
    ...RecordCall.parse({
      ...{ customerId, result, reason, callBackAt },
      followups: owed.map(({ id, version, step }, index) => ({
        ...{ followupId: id, version, notes: index === 0 ? notes : null },
        score: isHeard && (step.asksScore || owed.length === 1) ? score : null,
      })),
    }),
    happenedAt,
  });
  return happenedAt;
}
