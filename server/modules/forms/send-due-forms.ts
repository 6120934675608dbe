import { addHours } from '#domain/base/time.ts';
import type { UnsentReason } from '#domain/followups/contract.ts';
import { doAll } from '#server/platform/do-all.ts';
import { log } from '#server/platform/log.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { holdSurvivor } from '../customers/hold-survivor.ts';
import { findFormsToSend, noteUnsentForm } from '../followups/find-forms-to-send.ts';
import type { FormToSend } from '../followups/find-forms-to-send.ts';
import { listOpenAccounts } from '../messaging/list-accounts.ts';
import { sendFormFor } from './ask-form.ts';
import { selectAskedFollowups } from './requests-store.ts';

/** Later than that after its followup began a link only comes in the way of the call. */
const hoursAfterBegin = 48;
/** What fails is left so long, that it takes no other's place and may be mended meanwhile. */
const hoursUntilAgain = 1;
/** So many at a time, that the clock's other work waits for no whole month. */
const atOnce = 200;

/**
 * Sends the forms of followups that begin: who answers by themselves is called by nobody. A clinic that has no way to
 * send is given no pile of messages to type; there the call remains, and so it does for each that cannot be sent, whose
 * call sheet says so. Gives how many went out; throws at the end what was a fault of ours.
 */
export async function sendDueForms(ctx: Context): Promise<number> {
  const due = await inTransaction(ctx, async (ctx) => {
    if ((await listOpenAccounts(ctx)).length === 0) return [];
    const begun = await findFormsToSend(ctx, {
      from: addHours(ctx.now, -hoursAfterBegin),
      to: ctx.now,
      failedBefore: addHours(ctx.now, -hoursUntilAgain),
    });
    const asked = await selectAskedFollowups(
      ctx,
      begun.map(({ id }) => id),
    );
    return begun.filter(({ id }) => !asked.has(id)).slice(0, atOnce);
  });
  let sent = 0;
  const send = async (each: FormToSend): Promise<void> => {
    try {
      if (await inTransaction(ctx, (ctx) => sendOnce(ctx, each))) sent += 1;
    } catch (error) {
      const because = whyUnsent(error);
      log.warn({ followupId: each.id, code: each.code, because }, 'a form could not be sent');
      await inTransaction(ctx, (ctx) => noteUnsentForm(ctx, each.id, because));
      if (because === 'fault') throw error;
    }
  };
  await doAll(due.map((each) => () => send(each)));
  return sent;
}

/** False where another process has asked them meanwhile: the customer is held, so that one of the two is the first. */
async function sendOnce(ctx: TransactionContext, due: FormToSend): Promise<boolean> {
  const customer = await holdSurvivor(ctx, due.customerId);
  if (!customer || (await selectAskedFollowups(ctx, [due.id])).size > 0) return false;
  await sendFormFor(ctx, { ...due, customerId: customer.id });
  return true;
}

/** A clinic may take a form out of use that a protocol still sends, or ask in its text for what nobody fills in. */
function whyUnsent(error: unknown): UnsentReason {
  if (error instanceof NotFound) return 'form-gone';
  const isOfText = error instanceof Invalid && error.details.some(({ code }) => code === 'variable-missing');
  return isOfText ? 'text-incomplete' : 'fault';
}
