import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { AnswerRow, FormAnswer } from '#domain/forms/contract.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import type { AnswerValue, AnswerValues, Dimension } from '#domain/forms/form.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertNew } from '#server/platform/database/insert-many.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import { often } from '#server/platform/database/prepared.ts';

export async function insertAnswer(
  ctx: TransactionContext,
  answer: {
    id: string;
    requestId: string;
    customerId: string;
    clinicId: string;
    values: AnswerValues;
    score: number | null;
    sendId: string;
    scores: readonly { dimension: Dimension; score: number }[];
  },
): Promise<void> {
  await ctx.db
    .insertInto('form_answers')
    .values({
      org_id: ctx.orgId,
      id: answer.id,
      request_id: answer.requestId,
      customer_id: answer.customerId,
      values: JSON.stringify(answer.values),
      score: answer.score,
      answered_at: ctx.now,
      answered_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      send_id: answer.sendId,
    })
    .execute();
  const columns = {
    answer_id: 'uuid',
    dimension: 'text',
    score: 'int',
    clinic_id: 'uuid',
    at: 'timestamptz',
  };
  const of = { answer_id: answer.id, clinic_id: answer.clinicId, at: ctx.now };
  await insertNew(
    ctx,
    'form_scores',
    columns,
    answer.scores.map((score) => ({ ...of, ...score })),
  );
}

/** The answer to a request, and by what name it was sent. */
export function selectAnswerOf(
  ctx: TransactionContext,
  requestId: string,
): Promise<{ id: string; sendId: string } | undefined> {
  return ctx.db
    .selectFrom('form_answers')
    .select(['id', 'send_id as sendId'])
    .where('org_id', '=', ctx.orgId)
    .where('request_id', '=', requestId)
    .modifyEnd(often)
    .executeTakeFirst();
}

type AnswerOnRecord = Omit<FormAnswer, 'corrections'> & { clinicId: string };

export async function selectAnswer(ctx: TransactionContext, id: string): Promise<AnswerOnRecord | undefined> {
  const row = await answers(ctx)
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'a.answered_by'))
    .leftJoin('teams as t', (join) => join.on('t.org_id', '=', ctx.orgId).onRef('t.id', '=', 'r.team_id'))
    .select(['v.version as formVersion', 's.name as answeredByName', 't.name as teamName'])
    .where('a.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { definition, customerId, customerName, customerNumber, ...rest } = row;
  return {
    ...(rest as Omit<AnswerOnRecord, 'definition' | 'customer'>),
    customer: { id: customerId, name: customerName, number: customerNumber },
    definition: FormDefinition.parse(definition),
  };
}

export async function selectWritten(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<{ id: string; versionId: string; values: AnswerValues }[]> {
  const rows = await ctx.db
    .selectFrom('form_answers as a')
    .innerJoin('form_requests as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.id', '=', 'a.request_id'),
    )
    .select(['a.id', 'r.form_version_id as versionId', 'a.values'])
    .where('a.org_id', '=', ctx.orgId)
    .where(isOneOf('a.id', ids))
    .modifyEnd(often)
    .execute();
  return rows.map(({ values, ...row }) => ({ ...row, values: values as AnswerValues }));
}

function answers(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('form_answers as a')
    .innerJoin('form_requests as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.id', '=', 'a.request_id'),
    )
    .innerJoin('form_versions as v', (join) =>
      join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 'r.form_version_id'),
    )
    .innerJoin('customers as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'a.customer_id'),
    )
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'r.doctor_id'))
    .select([
      'a.id',
      'a.request_id as requestId',
      'r.clinic_id as clinicId',
      'c.id as customerId',
      'c.name as customerName',
      'c.number as customerNumber',
      'v.definition',
      'r.source',
      'r.category',
      'd.name as doctorName',
      'a.values',
      'a.score',
      'a.answered_at as answeredAt',
    ])
    .where('a.org_id', '=', ctx.orgId);
}

export interface AnswerFilter {
  clinicIds: readonly string[] | null;
  from: Instant | null;
  to: Instant | null;
  code?: string | undefined;
  kind?: string | undefined;
  category?: string | undefined;
  doctorId?: string | undefined;
  scores: readonly number[] | null;
  offset: number;
  limit: number;
}

export async function selectAnswers(
  ctx: TransactionContext,
  filter: AnswerFilter,
): Promise<{ items: AnswerRow[]; total: number }> {
  const found = answers(ctx)
    .$if(filter.clinicIds !== null, (query) =>
      query.where(sql<boolean>`r.clinic_id = any(${[...(filter.clinicIds ?? [])]}::uuid[])`),
    )
    .$if(filter.from !== null, (query) => query.where('a.answered_at', '>=', filter.from!))
    .$if(filter.to !== null, (query) => query.where('a.answered_at', '<=', filter.to!))
    .$if(filter.code !== undefined, (query) => query.where('v.code', '=', filter.code!))
    .$if(filter.kind !== undefined, (query) =>
      query.where(sql<boolean>`v.definition ->> 'kind' = ${filter.kind!}`),
    )
    .$if(filter.category !== undefined, (query) => query.where('r.category', '=', filter.category!))
    .$if(filter.doctorId !== undefined, (query) => query.where('r.doctor_id', '=', filter.doctorId!))
    .$if(filter.scores !== null, (query) => query.where('a.score', 'in', [...(filter.scores ?? [])]));
  const { total } = await found
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .orderBy('a.answered_at', 'desc')
    .orderBy('a.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return {
    total,
    items: rows.map(({ definition, customerId, customerName, customerNumber, values, ...row }) => {
      const { code, name, questions } = FormDefinition.parse(definition);
      const said = values as Record<string, unknown>;
      return {
        ...(row as Pick<AnswerRow, 'id' | 'source' | 'category' | 'doctorName' | 'score' | 'answeredAt'>),
        ...{ code, name },
        customer: { id: customerId, name: customerName, number: customerNumber },
        words: questions.flatMap(({ key, kind }) =>
          kind === 'text' && said[key] ? [String(said[key])] : [],
        ),
      };
    }),
  };
}

export async function insertCorrection(
  ctx: TransactionContext,
  correction: { id: string; answerId: string; question: string; value: AnswerValue; reason: string },
): Promise<void> {
  await ctx.db
    .insertInto('form_corrections')
    .values({
      org_id: ctx.orgId,
      id: correction.id,
      answer_id: correction.answerId,
      question: correction.question,
      value: JSON.stringify(correction.value),
      reason: correction.reason,
      corrected_at: ctx.now,
      corrected_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export async function selectCorrections(
  ctx: TransactionContext,
  answerId: string,
): Promise<FormAnswer['corrections']> {
  const rows = await ctx.db
    .selectFrom('form_corrections as k')
    .leftJoin('staff as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'k.corrected_by'),
    )
    .select([
      'k.id',
      'k.question',
      'k.value',
      'k.reason',
      'k.corrected_at as correctedAt',
      's.name as correctedByName',
    ])
    .where('k.org_id', '=', ctx.orgId)
    .where('k.answer_id', '=', answerId)
    .orderBy('k.corrected_at')
    .orderBy('k.id')
    .execute();
  return rows.map((row) => ({ ...row, value: row.value as AnswerValue }));
}
