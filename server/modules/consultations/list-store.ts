import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Outcome } from '#domain/consultations/consultation.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { asConsultation, withNames, type StoredConsultation } from './store.ts';

export interface ConsultationQuestion {
  state: 'open' | 'closed';
  clinicIds: readonly string[] | null;
  consultantId: string | null;
  outcome: Outcome | null;
  /** Of the closing. */
  closedFrom: Instant | null;
  closedTo: Instant | null;
  /** Nobody moves on what was opened before without a next step, or should have happened before today. */
  stuckOpenedBefore: Instant;
  today: CalendarDate;
}

/** `isStuck` of the domain as SQL; the test of the list holds one against the other. */
function stuck(question: ConsultationQuestion) {
  return sql<boolean>`(c.state = 'open' and (
    (c.next_step is null and c.opened_at < ${question.stuckOpenedBefore}) or coalesce(c.next_step_on < ${question.today}, false)))`;
}

function asked(ctx: TransactionContext, question: ConsultationQuestion) {
  return withNames(ctx)
    .where('c.state', '=', question.state)
    .$if(question.clinicIds !== null, (query) =>
      query.where(sql<boolean>`c.clinic_id = any(${[...question.clinicIds!]}::uuid[])`),
    )
    .$if(question.consultantId !== null, (query) =>
      query.where('c.consultant_id', '=', question.consultantId!),
    )
    .$if(question.outcome !== null, (query) => query.where('c.outcome', '=', question.outcome!))
    .$if(question.closedFrom !== null, (query) => query.where('c.closed_at', '>=', question.closedFrom!))
    .$if(question.closedTo !== null, (query) => query.where('c.closed_at', '<=', question.closedTo!));
}

/** Open ones with those first that nobody moves on, then the oldest; closed ones with the last first. */
export async function selectConsultations(
  ctx: TransactionContext,
  question: ConsultationQuestion,
  page: { limit: number; offset: number },
): Promise<StoredConsultation[]> {
  const rows = await asked(ctx, question)
    .orderBy(stuck(question), 'desc')
    .$if(question.state === 'open', (query) => query.orderBy('c.opened_at'))
    .$if(question.state === 'closed', (query) => query.orderBy('c.closed_at', 'desc'))
    .orderBy('c.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(asConsultation);
}

export async function countConsultations(
  ctx: TransactionContext,
  question: ConsultationQuestion,
): Promise<{ total: number; stuck: number }> {
  return asked(ctx, question)
    .clearSelect()
    .select([
      (eb) => eb.fn.countAll<number>().as('total'),
      sql<number>`count(*) filter (where ${stuck(question)})`.as('stuck'),
    ])
    .executeTakeFirstOrThrow();
}
