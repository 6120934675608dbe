import { MessageTemplate } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredTemplate {
  key: string;
  version: number;
  definition: MessageTemplate;
  publishedAt: string;
  publishedByName: string | null;
}

/** What was published, the newest first: of one key, or of all. */
export async function selectTemplates(ctx: TransactionContext, key?: string): Promise<StoredTemplate[]> {
  const rows = await ctx.db
    .selectFrom('message_templates as t')
    .leftJoin('staff as p', (join) =>
      join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 't.published_by'),
    )
    .select([
      't.key',
      't.version',
      't.definition',
      't.published_at as publishedAt',
      'p.name as publishedByName',
    ])
    .where('t.org_id', '=', ctx.orgId)
    .$if(key !== undefined, (query) => query.where('t.key', '=', key!))
    .orderBy('t.key')
    .orderBy('t.version', 'desc')
    .execute();
  return rows.map(({ definition, ...row }) => ({ ...row, definition: MessageTemplate.parse(definition) }));
}

/** False where somebody else published that version first. */
export async function insertTemplate(
  ctx: TransactionContext,
  { id, version, definition }: { id: string; version: number; definition: MessageTemplate },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('message_templates')
    .values({
      org_id: ctx.orgId,
      id,
      key: definition.key,
      version,
      kind: definition.kind,
      definition: JSON.stringify(definition),
      published_at: ctx.now,
      published_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
