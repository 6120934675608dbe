import type { TransactionContext } from '#server/platform/context.ts';
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';

/** All that a merge may choose of a record, with the people and places it names by their names. */
export async function selectParties(ctx: TransactionContext, ids: readonly string[]) {
  return ctx.db
    .selectFrom('customers as c')
    .innerJoin('clinics as k', (join) =>
      join.on('k.org_id', '=', ctx.orgId).onRef('k.id', '=', 'c.clinic_id'),
    )
    .leftJoin('customers as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.id', '=', 'c.referrer_id'),
    )
    .leftJoin('staff as o', (join) => join.on('o.org_id', '=', ctx.orgId).onRef('o.id', '=', 'c.owner_id'))
    .leftJoin('staff as w', (join) =>
      join.on('w.org_id', '=', ctx.orgId).onRef('w.id', '=', 'c.web_consultant_id'),
    )
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'c.doctor_id'))
    .select([
      'c.id',
      'c.number',
      'c.name',
      'c.version',
      'c.clinic_id as clinicId',
      'c.created_at as createdAt',
      'c.last_visit_on as lastVisitOn',
      'c.refuses_contact as refusesContact',
      'c.gender',
      'c.birthday',
      'c.birth_year as birthYear',
      'c.phone',
      'c.wechat',
      'c.address',
      'c.occupation',
      'c.channel_source as channelSource',
      'c.likes',
      'c.taboos',
      'c.notes',
      'k.name as clinic',
      'r.name as referrer',
      'o.name as owner',
      'w.name as webConsultant',
      'd.name as doctor',
    ])
    .where('c.org_id', '=', ctx.orgId)
    .where(sql<boolean>`c.id = any(${[...ids]}::uuid[])`)
    .execute();
}

export type PartyRow = Awaited<ReturnType<typeof selectParties>>[number] & {
  birthday: CalendarDate | null;
  createdAt: Instant;
};
