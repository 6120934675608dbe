import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { ownerKinds } from '#domain/ownership/owner-kind.ts';
import type { OwnerKind, OwnerMoveHow } from '#domain/ownership/owner-kind.ts';
import type { FormerOwner } from '#domain/ownership/owner-move.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';
import { newId } from '#server/platform/ids.ts';

/** A live record with who answers for it, by the kind of owner. */
export interface OwnedRecord {
  id: string;
  clinicId: string;
  owners: Record<OwnerKind, string | null>;
}

/** Held until the transaction ends, in one order, so that two moves come one after the other. */
export async function lockOwned(ctx: TransactionContext, ids: readonly string[]): Promise<OwnedRecord[]> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id', 'clinic_id as clinicId', 'owner_id', 'web_consultant_id', 'doctor_id'])
    .where('org_id', '=', ctx.orgId)
    .where('merged_into', 'is', null)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ id, clinicId, owner_id, web_consultant_id, doctor_id }) => ({
    id,
    clinicId,
    owners: { consultant: owner_id, web_consultant: web_consultant_id, doctor: doctor_id },
  }));
}

/** Earlier owners of a kind, of each of these customers. */
export async function selectFormerOwners(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<(FormerOwner & { customerId: string; kind: OwnerKind })[]> {
  const rows = await ctx.db
    .selectFrom('ownerships')
    .select(['customer_id as customerId', 'kind', 'owner_id as ownerId', 'returns_on as returnsOn'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...ids]}::uuid[])`)
    .where('until', 'is not', null)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as OwnerKind }));
}

export interface WrittenMove {
  customerId: string;
  kind: OwnerKind;
  toId: string | null;
}

export interface OwnershipReason {
  how: OwnerMoveHow;
  reason: string | null;
  decidedBy: string | null;
  returnsOn: CalendarDate | null;
}

export const ownerColumns = {
  consultant: 'owner_id',
  web_consultant: 'web_consultant_id',
  doctor: 'doctor_id',
} as const satisfies Record<OwnerKind, string>;

/** Writes the new owners into the records. */
export async function writeOwners(ctx: TransactionContext, moves: readonly WrittenMove[]): Promise<void> {
  for (const kind of ownerKinds) {
    const part = moves.filter((move) => move.kind === kind);
    if (part.length === 0) continue;
    await sql`
      update customers c
      set ${sql.ref(ownerColumns[kind])} = m."toId", version = c.version + 1, updated_at = ${ctx.now}
      from json_to_recordset(${JSON.stringify(part)}::json) as m("customerId" uuid, "toId" uuid)
      where c.org_id = ${ctx.orgId} and c.id = m."customerId"`.execute(ctx.db);
  }
}

/** The time of the former owners ends, and that of the new ones begins. */
export async function writeOwnerships(
  ctx: TransactionContext,
  moves: readonly WrittenMove[],
  why: OwnershipReason,
): Promise<void> {
  await sql`
    update ownerships o set until = ${ctx.now}, ended_by = ${why.how}, end_reason = ${why.reason},
      end_decided_by = ${why.decidedBy}, returns_on = ${why.returnsOn}
    from json_to_recordset(${JSON.stringify(moves)}::json) as m("customerId" uuid, kind text)
    where o.org_id = ${ctx.orgId} and o.customer_id = m."customerId" and o.kind = m.kind and o.until is null`.execute(
    ctx.db,
  );
  await beginOwnerships(
    ctx,
    moves.flatMap(({ customerId, kind, toId }) =>
      toId === null ? [] : [{ customerId, kind, ownerId: toId }],
    ),
    why,
  );
}

/** How the present time of an owner of that kind began. */
export function selectOpenOwnership(ctx: TransactionContext, customerId: string, kind: OwnerKind) {
  return ctx.db
    .selectFrom('ownerships')
    .select('began_by as beganBy')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('kind', '=', kind)
    .where('until', 'is', null)
    .executeTakeFirst();
}

/** Begins somebody's time as owner, now or since the moment that is named. */
export async function beginOwnerships(
  ctx: TransactionContext,
  owners: readonly { customerId: string; kind: OwnerKind; ownerId: string; since?: Instant | undefined }[],
  why: { how: OwnerMoveHow; reason?: string | null; decidedBy?: string | null },
): Promise<void> {
  await insertMany(
    ctx,
    'ownerships',
    {
      id: 'uuid',
      customer_id: 'uuid',
      kind: 'text',
      owner_id: 'uuid',
      since: 'timestamptz',
      began_by: 'text',
      begin_reason: 'text',
      begin_decided_by: 'uuid',
    },
    owners.map((owner) => ({
      id: newId(),
      customer_id: owner.customerId,
      kind: owner.kind,
      owner_id: owner.ownerId,
      since: owner.since ?? ctx.now,
      began_by: why.how,
      begin_reason: why.reason ?? null,
      begin_decided_by: why.decidedBy ?? null,
    })),
  );
}

/** Takes the owner's present time back as if it had not been, and goes on with the one before it that a merge ended. */
export async function undoMergedOwnership(
  ctx: TransactionContext,
  customerId: string,
  kind: OwnerKind,
): Promise<void> {
  await sql`delete from ownerships
    where org_id = ${ctx.orgId} and customer_id = ${customerId} and kind = ${kind} and until is null`.execute(
    ctx.db,
  );
  await sql`
    update ownerships set until = null, ended_by = null, end_decided_by = null
    where org_id = ${ctx.orgId} and id = (
      select id from ownerships where org_id = ${ctx.orgId} and customer_id = ${customerId} and kind = ${kind}
        and ended_by = 'merged' order by until desc limit 1)`.execute(ctx.db);
}

/** Every owner these records ever had, the latest first. */
export function selectOwnerships(ctx: TransactionContext, customerIds: readonly string[]) {
  return ctx.db
    .selectFrom('ownerships as o')
    .innerJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'o.owner_id'))
    .leftJoin('staff as b', (join) =>
      join.on('b.org_id', '=', ctx.orgId).onRef('b.id', '=', 'o.begin_decided_by'),
    )
    .leftJoin('staff as e', (join) =>
      join.on('e.org_id', '=', ctx.orgId).onRef('e.id', '=', 'o.end_decided_by'),
    )
    .select([
      'o.id',
      'o.kind',
      'o.owner_id as ownerId',
      's.name as ownerName',
      'o.since',
      'o.began_by as beganBy',
      'o.begin_reason as beginReason',
      'b.name as beginDeciderName',
      'o.until',
      'o.ended_by as endedBy',
      'o.end_reason as endReason',
      'e.name as endDeciderName',
      'o.returns_on as returnsOn',
    ])
    .where('o.org_id', '=', ctx.orgId)
    .where(sql<boolean>`o.customer_id = any(${[...customerIds]}::uuid[])`)
    .orderBy('o.since', 'desc')
    .orderBy('o.id', 'desc')
    .execute();
}

/** Who answered last for each of these customers, and lost them when; a doctor is no such owner. */
export async function selectLastOwners(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; ownerName: string; releasedAt: Instant }[]> {
  const { rows } = await sql<{ customerId: string; ownerName: string; releasedAt: Instant }>`
    select distinct on (o.customer_id) o.customer_id as "customerId", s.name as "ownerName", o.until as "releasedAt"
    from ownerships o join staff s on s.org_id = ${ctx.orgId} and s.id = o.owner_id
    where o.org_id = ${ctx.orgId} and o.customer_id = any(${[...customerIds]}::uuid[])
      and o.until is not null and o.kind <> 'doctor'
    order by o.customer_id, o.until desc`.execute(ctx.db);
  return rows;
}

/** Which of these colleagues work here. */
export async function selectActiveStaff(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('state', '=', 'active')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
