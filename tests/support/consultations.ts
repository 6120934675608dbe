import type { z } from 'zod';
import { EditConsultation, OpenConsultation } from '#domain/consultations/contract.ts';
import type { Consultation } from '#domain/consultations/contract.ts';
import { closeConsultation } from '#server/modules/consultations/close-consultation.ts';
import { editConsultation } from '#server/modules/consultations/edit-consultation.ts';
import { openConsultation } from '#server/modules/consultations/open-consultation.ts';
import type { Context } from '#server/platform/context.ts';
import { settled } from './clinic.ts';

/** An open consultation of that customer's; say only what matters. */
export async function aConsultation(
  ctx: Context,
  customerId: string,
  facts: { opening?: z.input<typeof OpenConsultation>; edit?: z.input<typeof EditConsultation> } = {},
): Promise<Consultation> {
  const opening = OpenConsultation.parse(facts.opening ?? {});
  const opened = await openConsultation(ctx, { ...opening, id: customerId });
  if (!facts.edit) return opened;
  const edit = EditConsultation.parse(facts.edit);
  return editConsultation(ctx, { ...edit, id: opened.id, version: opened.version });
}

/** One that ended without a deal, where nothing else is said, and all that it led to. */
export async function aClosedConsultation(
  ctx: Context,
  customerId: string,
  facts: Parameters<typeof aConsultation>[2] & { isDepositPaid?: boolean } = {},
): Promise<Consultation> {
  const edit = { whyNotKeys: ['price'], nextStep: { kind: 'none', reason: '不打算做了' } as const };
  const open = await aConsultation(ctx, customerId, { edit, ...facts });
  const closed = await closeConsultation(ctx, {
    id: open.id,
    version: open.version,
    isDepositPaid: facts.isDepositPaid ?? false,
  });
  await settled(ctx);
  return closed;
}
