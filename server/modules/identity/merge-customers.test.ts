import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { Customer } from '#domain/customers/contract.ts';
import type { MergeFieldChoices } from '#domain/identity/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { listOwners } from '#server/modules/customers/list-owners.ts';
import { listTimeline } from '#server/modules/customers/list-timeline.ts';
import { matchPeople } from '#server/modules/customers/match-people.ts';
import { getRecord } from '#server/modules/records/get-record.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { snapshotOf } from '#tests/support/snapshot.ts';
import { listMerges } from './list-merges.ts';
import { mergeCustomers } from './merge-customers.ts';
import { references } from './references-store.ts';
import { undoMerge } from './undo-merge.ts';

/** The same person twice, each with a visit and the followups it led to. */
async function aPair(ctx: Context) {
  const keep = await aCustomer(ctx, { name: '欧阳晓雯', phone: '13800000101', notes: '怕疼' });
  const gone = await aCustomer(ctx, {
    name: '欧阳晓文',
    phone: '13900000202',
    birthday: '1990-05-12',
    notes: '周末才方便',
  });
  await aClosedVisit(ctx, { customer: keep, categories: ['cleaning'] });
  await aClosedVisit(ctx, { customer: gone, categories: ['implant'] });
  return { keep: await getCustomer(ctx, keep), gone: await getCustomer(ctx, gone) };
}

function merge(ctx: Context, keep: Customer, gone: Customer, fields: MergeFieldChoices = {}) {
  return mergeCustomers(ctx, {
    keepId: keep.id,
    keepVersion: keep.version,
    goneId: gone.id,
    goneVersion: gone.version,
    fields,
  });
}

/** Every row but those that only tell what was done: trail, events, merges and suggestions themselves. */
async function rowsOf(ctx: Context) {
  const { outbox_events, merges, duplicate_suggestions, duplicate_looks, ...rows } = await snapshotOf([
    ctx.orgId,
  ]);
  void [outbox_events, merges, duplicate_suggestions, duplicate_looks];
  return rows;
}

describe('two records that become one', () => {
  it('keep both histories under the record that stays, with the values that were chosen', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      const followups = (await followupsOf(ctx, gone.id)).length;
      expect(followups).toBeGreaterThan(0);

      await merge(ctx, keep, gone, { birthday: 'gone', notes: 'both' });

      expect(await getCustomer(ctx, keep)).toMatchObject({
        name: '欧阳晓雯',
        birthday: '1990-05-12',
        notes: '怕疼\n周末才方便',
        version: keep.version + 1,
      });
      const { items } = await listTimeline(ctx, { customerId: keep.id });
      expect(items.filter((entry) => entry.kind === 'visit')).toHaveLength(2);
      expect(items.filter((entry) => entry.kind === 'created')).toHaveLength(2);
      expect((await followupsOf(ctx, keep.id)).length).toBeGreaterThan(followups);
      expect(await followupsOf(ctx, gone.id)).toEqual([]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['customer.merged', 'customer.merged-away']),
      );
    }));

  it('are found once, and the old address and the old number lead to the one', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      await merge(ctx, keep, gone);

      const found = await listCustomers(ctx, { search: 'ouyang', page: 1, pageSize: 20 });
      expect([found.total, found.items.map(({ id }) => id)]).toEqual([1, [keep.id]]);
      await expect(getCustomer(ctx, gone)).rejects.toMatchObject({
        code: 'merged',
        details: { into: keep.id },
      });
      await expect(
        openVisit(ctx, { customerId: gone.id, clinicId: gone.clinicId, chiefComplaint: null }),
      ).rejects.toMatchObject({ code: 'merged' });
      const nobody = { name: null, phone: null, birthday: null };
      const byNumber = { id: gone.id, ...nobody, number: gone.number };
      const byBirthday = { id: keep.id, number: null, name: '欧阳晓文', phone: null, birthday: '1990-05-12' };
      const matched = await inTransaction(ctx, (ctx) => matchPeople(ctx, [byNumber, byBirthday]));
      expect([...matched.values()]).toEqual([keep.id, keep.id]);
    }));

  it('keep both numbers', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      await merge(ctx, keep, gone);
      const { phones } = await getRecord(ctx, keep);
      expect([(await getCustomer(ctx, keep)).phone, ...phones.map(({ phone }) => phone)]).toEqual([
        '138****0101',
        '139****0202',
      ]);
    }));

  it('want no contact when one of them wanted none', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      const refusing = await editCustomer(ctx, { id: gone.id, version: gone.version, refusesContact: true });
      await merge(ctx, keep, refusing);
      expect(await getCustomer(ctx, keep)).toMatchObject({ refusesContact: true });
    }));

  it('are refused when one of them was changed since it was looked at, or is gone already', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      const edited = await editCustomer(ctx, { id: gone.id, version: gone.version, name: '李静' });
      await expect(merge(ctx, keep, gone)).rejects.toMatchObject({ code: 'stale-version' });

      const other = await aCustomer(ctx);
      await merge(ctx, keep, other);
      await expect(merge(ctx, edited, other)).rejects.toMatchObject({ code: 'merged' });
    }));

  it('are not merged by who may not, nor by who sees one of the clinics only', () =>
    inClinic(async (ctx, clinic) => {
      const { keep, gone } = await aPair(ctx);
      const second = await createClinic(ctx, { name: '城东门诊', timezone: 'Asia/Shanghai' });
      const other = await aCustomer(ctx, { clinicId: second.id });
      await expect(merge(await as(ctx, 'cs_agent'), keep, gone)).rejects.toMatchObject({ code: 'forbidden' });
      const desk = await as(ctx, 'front_desk', { clinicIds: [clinic.clinicId] });
      await expect(merge(desk, keep, other)).rejects.toMatchObject({ code: 'not-found' });
      await expect(merge((await aClinic()).ctx, keep, gone)).rejects.toMatchObject({ code: 'not-found' });
    }));
});

describe('a merge that is taken back', () => {
  it('leaves the database as it was before, row by row', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      const child = await aCustomer(ctx, { name: '王小宝' });
      await merge(ctx, gone, child);
      const parent = await getCustomer(ctx, gone);
      await settled(ctx);
      const before = await rowsOf(ctx);

      const minutesLater = later(ctx, addMinutes(ctx.now, 5));
      const done = await merge(minutesLater, keep, parent, {
        name: 'gone',
        birthday: 'gone',
        notes: 'both',
        phone: 'gone',
      });
      await settled(minutesLater);
      expect(await rowsOf(ctx)).not.toEqual(before);
      await undoMerge(minutesLater, done);
      await settled(minutesLater);

      expect(await rowsOf(ctx)).toEqual(before);
      const { items } = await listMerges(ctx, { page: 1, pageSize: 20 });
      expect(items.map(({ undoneAt }) => undoneAt !== null)).toEqual([true, false]);
    }));

  it('gives the owner back, with the clock they had', () =>
    inClinic(async (ctx) => {
      const [li, wu] = [await as(ctx, 'consultant'), await as(ctx, 'consultant')];
      const keep = await aCustomer(ctx, { ownerId: li.actor.id });
      const gone = await aCustomer(ctx, { ownerId: wu.actor.id, phone: '13900000202' });
      const before = await rowsOf(ctx);
      const minutesLater = later(ctx, addMinutes(ctx.now, 5));
      const done = await merge(minutesLater, keep, gone, { owner: 'gone' });
      const owners = await listOwners(ctx, keep);
      expect(owners.items.map(({ ownerId, beganBy, endedBy }) => [ownerId, beganBy, endedBy])).toEqual([
        [wu.actor.id, 'merged', null],
        [wu.actor.id, 'assigned', null],
        [li.actor.id, 'assigned', 'merged'],
      ]);

      await undoMerge(minutesLater, done);
      expect(await rowsOf(ctx)).toEqual(before);
    }));

  it('leaves with the record that stayed what was written since', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      const done = await merge(ctx, keep, gone);
      const tomorrow = later(ctx, addMinutes(ctx.now, 24 * 60));
      const visit = await aClosedVisit(tomorrow, { customer: keep });

      await undoMerge(tomorrow, done);

      expect(visit.customerId).toBe(keep.id);
      expect(await getCustomer(ctx, keep)).toMatchObject({ lastVisitOn: '2026-03-13' });
      expect(await getCustomer(ctx, gone)).toMatchObject({
        lastVisitOn: '2026-03-12',
        version: gone.version,
      });
    }));

  it('is refused when what it had changed was changed again, when the one became part of another, and twice', () =>
    inClinic(async (ctx) => {
      const { keep, gone } = await aPair(ctx);
      const first = await merge(ctx, keep, gone, { name: 'gone' });
      const merged = await getCustomer(ctx, keep);
      const renamed = await editCustomer(ctx, { id: keep.id, version: merged.version, name: '欧阳小雯' });
      await expect(undoMerge(ctx, first)).rejects.toMatchObject({ code: 'changed-since' });

      const again = await editCustomer(ctx, { id: keep.id, version: renamed.version, name: merged.name });
      const other = await aCustomer(ctx);
      const second = await merge(ctx, other, again);
      await expect(undoMerge(ctx, first)).rejects.toMatchObject({ code: 'changed-since' });
      await undoMerge(ctx, second);
      await undoMerge(ctx, first);
      await expect(undoMerge(ctx, first)).rejects.toMatchObject({ code: 'already-undone' });
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('customer.merge-undone');
    }));
});

describe('the list of what belongs to a customer', () => {
  it('has every column of the schema that refers to customers, and what there can be one of', async () => {
    const client = new pg.Client({ connectionString: inject('ownerUrl') });
    await client.connect();
    const { rows } = await client.query<{
      table: string;
      column: string;
      one: string[] | null;
      unique: boolean;
    }>(`
      with referring as (
        select c.conrelid as t, a.attname as name from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'org_id'
        where c.contype = 'f' and c.confrelid = 'customers'::regclass
        union select a.attrelid, a.attname from pg_attribute a join pg_class k on k.oid = a.attrelid
        where a.attname = 'customer_id' and k.relkind = 'r' and k.relnamespace = 'public'::regnamespace)
      select r.t::regclass::text as table, r.name as column,
        (select array_agg(a.attname::text order by a.attname) from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            and a.attname not in ('org_id', r.name)
          where i.indrelid = r.t and i.indisunique
            and (select attnum from pg_attribute where attrelid = r.t and attname = r.name) = any(i.indkey)) as one,
        exists (select from pg_index i where i.indrelid = r.t and i.indisunique
            and (select attnum from pg_attribute where attrelid = r.t and attname = r.name) = any(i.indkey)) as unique
      from referring r`);
    await client.end();
    // What this module keeps of pairs and merges stays where it is, and so do the owners of the record that goes,
    // and what they were warned of.
    const own = ['duplicate_suggestions', 'merges', 'ownerships', 'release_proposals', 'release_warnings'];
    const inSchema = rows
      .filter(({ table }) => !own.includes(table))
      .map(({ table, column, one, unique }) =>
        [`${table}.${column}`, ...(unique ? ['one each', ...(one ?? [])] : [])].join(' '),
      );
    const inList = references.map(({ table, column, oneEach }) =>
      [`${table}.${column}`, ...(oneEach ? ['one each', ...oneEach] : [])].join(' '),
    );
    expect(inList.sort()).toEqual(inSchema.sort());
  });
});
