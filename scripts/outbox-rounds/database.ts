import { sql } from 'kysely';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { priorityOf } from '#domain/messaging/message-state.ts';
import type { MessageKind } from '#domain/messaging/template.ts';
import type { Context } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { derivedId } from '#server/platform/ids.ts';
import type { MessageFound } from './checker.ts';

/** Customers with a telephone, an openid and a yes to offers. */
export async function plantCustomers(owner: Context, count: number): Promise<string[]> {
  return inTransaction(owner, async (ctx) => {
    const clinic = await ctx.db
      .selectFrom('clinics')
      .select('id')
      .where('org_id', '=', ctx.orgId)
      .executeTakeFirstOrThrow();
    const numbers = Array.from({ length: count }, (_, index) => index);
    const ids = numbers.map((number) => derivedId('outbox-customer', ctx.orgId, number));
    await insertMany(
      ctx,
      'customers',
      {
        ...{ id: 'uuid', clinic_id: 'uuid', number: 'text', name: 'text', phone: 'text' },
        ...{ created_at: 'timestamptz', updated_at: 'timestamptz' },
      },
      numbers.map((number) => ({
        ...{ id: ids[number], clinic_id: clinic.id, number: `S${number}`, name: `客户${number}` },
        phone: `+86138${String(number).padStart(8, '0')}`,
        ...{ created_at: ctx.now, updated_at: ctx.now },
      })),
    );
    await insertMany(
      ctx,
      'customer_addresses',
      { id: 'uuid', customer_id: 'uuid', channel: 'text', address: 'text', created_at: 'timestamptz' },
      ids.map((id) => ({
        ...{ id: derivedId('address', id), customer_id: id, channel: 'wechat', address: `o-${id}` },
        created_at: ctx.now,
      })),
    );
    const yes = ['sms', 'wechat'].flatMap((channel) => ids.map((id) => ({ id, channel })));
    await insertMany(
      ctx,
      'consents',
      {
        ...{
          id: 'uuid',
          customer_id: 'uuid',
          purpose: 'text',
          channel: 'text',
          decision: 'text',
          way: 'text',
        },
        ...{ text_shown: 'text', at: 'timestamptz', recorded_at: 'timestamptz' },
      },
      yes.map(({ id, channel }) => ({
        ...{ id: derivedId('yes', id, channel), customer_id: id, purpose: 'marketing', channel },
        ...{ decision: 'given', way: 'paper', text_shown: 'yes', at: ctx.now, recorded_at: ctx.now },
      })),
    );
    return ids;
  });
}

/** The wishes, a third of them for the same moment. Gives the ids of all that were asked for. */
export async function plantMessages(
  owner: Context,
  { customers, messages }: { customers: readonly string[]; messages: number },
): Promise<string[]> {
  return inTransaction(owner, async (ctx) => {
    const clinic = await ctx.db
      .selectFrom('clinics')
      .select('id')
      .where('org_id', '=', ctx.orgId)
      .executeTakeFirstOrThrow();
    const rows = Array.from({ length: messages }, (_, number) => {
      const customerId = customers[number % customers.length]!;
      const kind: MessageKind = number % 5 === 0 ? 'marketing' : number % 5 === 1 ? 'care' : 'service_notice';
      const isSms = number % 3 !== 0;
      const late = (number * 7919) % 90;
      const dueAt = number % 3 === 0 ? ctx.now : addMinutes(ctx.now, late);
      return {
        id: derivedId('message', 'simulated', customerId, 'simulated', String(number)),
        ...{
          clinic_id: clinic.id,
          customer_id: customerId,
          template_key: `simulated-${isSms ? 'sms' : 'wechat'}`,
        },
        ...{ template_version: 1, kind, priority: priorityOf[kind], channel: isSms ? 'sms' : 'wechat' },
        ...{ text: `第${number}条`, variables: {}, cause_kind: 'simulated', cause_id: String(number) },
        ...{
          state: 'queued',
          queued_at: ctx.now,
          due_at: dueAt,
          stale_at: addHours(dueAt, 24),
          to_guardian: false,
        },
      };
    });
    await publishTexts(ctx.orgId, owner);
    await insertMany(
      ctx,
      'messages',
      {
        ...{
          id: 'uuid',
          clinic_id: 'uuid',
          customer_id: 'uuid',
          template_key: 'text',
          template_version: 'integer',
        },
        ...{ kind: 'text', priority: 'smallint', channel: 'text', text: 'text', variables: 'jsonb' },
        ...{
          cause_kind: 'text',
          cause_id: 'text',
          state: 'text',
          queued_at: 'timestamptz',
          due_at: 'timestamptz',
        },
        ...{ stale_at: 'timestamptz', to_guardian: 'boolean' },
      },
      rows,
    );
    return rows.map(({ id }) => id);
  });
}

/** Texts that both providers have approved under a number. */
async function publishTexts(orgId: string, owner: Context): Promise<void> {
  await inTransaction({ ...owner, orgId }, async (ctx) => {
    for (const channel of ['sms', 'wechat'] as const) {
      const key = `simulated-${channel}`;
      const definition = {
        ...{ key, kind: 'care', name: { zh: '模拟', en: 'Simulated' }, text: '{name}', channels: [channel] },
        providerCodes: { 'tencent-sms': '1', 'wechat-official': '1' },
      };
      await ctx.db
        .insertInto('message_templates')
        .values({
          ...{ org_id: ctx.orgId, id: derivedId('template', key), key, version: 1, kind: 'care' },
          ...{ definition: JSON.stringify(definition), published_at: ctx.now, published_by: null },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

export async function readFound(
  owner: Context,
): Promise<{ messages: MessageFound[]; receipts: number; receiptKeys: number }> {
  return inTransaction(owner, async (ctx) => {
    const { rows: messages } = await sql<MessageFound>`
      select m.id, m.state, m.kind, m.reason, m.due_at as "dueAt", m.customer_id as "customerId",
        m.cause_id as "causeId", m.template_key as "templateKey"
      from messages m where m.org_id = ${ctx.orgId}`.execute(ctx.db);
    const { rows } = await sql<{ receipts: number; keys: number }>`
      select count(*) as receipts, count(distinct r.provider_id) as keys from message_receipts r
      where r.org_id = ${ctx.orgId}`.execute(ctx.db);
    return { messages, receipts: rows[0]!.receipts, receiptKeys: rows[0]!.keys };
  });
}
