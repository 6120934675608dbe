import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '../context.ts';
import { often } from './prepared.ts';
import type { Tables } from './tables.ts';

/** A table of rules that a clinic publishes in versions; none of them is ever edited. */
type RuleTable = {
  [T in keyof Tables]: 'rules' | 'version' | 'published_by' extends keyof Tables[T] ? T : never;
}[keyof Tables];

export interface PublishedRules<R> {
  version: number;
  rules: R;
  publishedAt: Instant | null;
  publishedByName: string | null;
}

/** The versions a clinic published, the one in force first. What a later release added to the rules is as shipped. */
export async function selectPublished<S extends z.ZodType>(
  ctx: TransactionContext,
  table: RuleTable,
  shape: S,
  limit = 1,
): Promise<PublishedRules<z.output<S>>[]> {
  const { rows } = await sql<PublishedRules<unknown>>`
    select r.version, r.rules, r.published_at as "publishedAt", s.name as "publishedByName"
    from ${sql.table(table)} r
      left join staff s on s.org_id = ${ctx.orgId} and s.id = r.published_by
    where r.org_id = ${ctx.orgId}
    order by r.version desc
    limit ${limit} ${often}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, rules: shape.parse(row.rules) }));
}

/** Publishes what was edited from the version before. False where somebody else published this version first. */
export async function insertPublished(
  ctx: TransactionContext,
  table: RuleTable,
  { id, version, rules }: { id: string; version: number; rules: object },
): Promise<boolean> {
  const publishedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const done = await sql`
    insert into ${sql.table(table)} (org_id, id, version, rules, published_at, published_by)
    values (${ctx.orgId}, ${id}, ${version}, ${JSON.stringify(rules)}, ${ctx.now}, ${publishedBy})
    on conflict do nothing`.execute(ctx.db);
  return done.numAffectedRows === 1n;
}
