import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { RecordCall } from '#domain/followups/contract.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { checkCoverage } from '#server/modules/coverage/check-coverage.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { countPlannedByImport } from '#server/modules/followups/count-planned-by-import.ts';
import { askForm } from '#server/modules/forms/ask-form.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { as, auditTrail, later, settled } from '#tests/support/clinic.ts';
import { followupsOf } from '#tests/support/builders.ts';
import { aConsultation } from '#tests/support/consultations.ts';
import {
  anImportingClinic,
  appointmentSheet,
  dataDir,
  imported,
  type ImportContext,
} from './an-import.fixture.ts';
import { fileOf } from './keep-file.ts';
import { undoImport } from './undo-import.ts';

// Visits of yesterday, at 18:00: their calls within 24 hours are still owed.
const sheet = appointmentSheet(
  ['7', 'a', '2026-03-11', '已到诊', '', '洗牙', ''],
  ['8', 'b', '2026-03-11', '已到诊', '', '', ''],
  ['9', 'c', '2026-03-10', '未到', '', '', ''],
);

async function rowsIn(
  ctx: ImportContext,
  table: 'customers' | 'appointments' | 'visits' | 'treatments' | 'plans' | 'followups',
) {
  const row = await inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('org_id', '=', ctx.orgId)
      .executeTakeFirstOrThrow(),
  );
  return row.count;
}

const tables = ['customers', 'appointments', 'visits', 'treatments', 'plans', 'followups'] as const;

async function everything(ctx: ImportContext): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = await rowsIn(ctx, table);
  return counts;
}

const customersOf = async (ctx: ImportContext) => (await listCustomers(ctx, { page: 1, pageSize: 50 })).items;

const owned = ['客户编号,姓名,手机号,归属人', 'K1,张伟,,王咨询', 'K2,李娜,,', 'K3,赵敏,,没有这个人'].join(
  '\r\n',
);

describe('a sheet that names owners', () => {
  it('gives them their customers, warns of a stranger, and is taken back with what was found since', async () => {
    const clinic = await anImportingClinic();
    const consultant = await as(clinic.ctx, 'consultant', { name: '王咨询' });
    const batch = await imported(clinic, owned);
    expect(batch.counts).toMatchObject({ newCustomers: 3, warned: 1 });
    const owners = (await customersOf(clinic.ctx)).map(({ name, ownerId }) => [name, ownerId]);
    expect(new Map(owners as [string, string | null][])).toEqual(
      new Map([
        ['张伟', consultant.actor.id],
        ['李娜', null],
        ['赵敏', null],
      ]),
    );
    await checkCoverage(later(clinic.ctx, addHours(clinic.ctx.now, 48)));
    await undoImport(clinic.ctx, { id: batch.id });
    expect(await customersOf(clinic.ctx)).toEqual([]);
  });

  it('keeps who has been consulted since', async () => {
    const clinic = await anImportingClinic();
    const batch = await imported(clinic, owned);
    const [first] = await customersOf(clinic.ctx);
    await aConsultation(clinic.ctx, first!.id);
    expect(await undoImport(clinic.ctx, { id: batch.id })).toMatchObject({
      problem: { code: 'partly-undone' },
    });
    expect((await customersOf(clinic.ctx)).map(({ id }) => id)).toEqual([first!.id]);
  });
});

describe('undoing an import', () => {
  it('takes back all it brought in and led to, and the file', async () => {
    const clinic = await anImportingClinic();
    const before = await everything(clinic.ctx);
    const batch = await imported(clinic, sheet);
    await settled(clinic.ctx);
    expect(await countPlannedByImport(clinic.ctx, batch.id)).toBeGreaterThan(0);

    const undone = await undoImport(clinic.ctx, { id: batch.id });
    expect(undone).toMatchObject({
      state: 'undone',
      problem: null,
      counts: { rows: 3, newCustomers: 0, newVisits: 0 },
    });
    expect(await everything(clinic.ctx)).toEqual(before);
    expect(existsSync(fileOf(dataDir, batch.id))).toBe(false);
    expect(await auditTrail(clinic.ctx)).toContainEqual({
      action: 'import.undone',
      actorId: clinic.ctx.actor.id,
    });
  });

  it('leaves what an earlier import brought, and tells its last visit anew', async () => {
    const clinic = await anImportingClinic();
    await imported(clinic, appointmentSheet(['7', 'x', '2026-02-01', '已到诊', '', '', '']));
    const before = await everything(clinic.ctx);
    const batch = await imported(clinic, sheet);
    const visited = async () =>
      (await customersOf(clinic.ctx)).find(({ number }) => number === '7')?.lastVisitOn;
    expect(await visited()).toBe('2026-03-11');
    await undoImport(clinic.ctx, { id: batch.id });
    expect(await everything(clinic.ctx)).toEqual(before);
    expect(await visited()).toBe('2026-02-01');
  });

  it('keeps what somebody has worked on since, and says so', async () => {
    const clinic = await anImportingClinic();
    const batch = await imported(clinic, sheet);
    await settled(clinic.ctx);
    const customers = await customersOf(clinic.ctx);
    const named = customers.find(({ number }) => number === '9')!;
    await editCustomer(clinic.ctx, { id: named.id, version: named.version, name: '王芳' });
    const called = customers.find(({ number }) => number === '7')!;
    const followup = await inTransaction(clinic.ctx, (ctx) =>
      ctx.db
        .selectFrom('followups')
        .select(['id', 'version'])
        .where('org_id', '=', ctx.orgId)
        .where('customer_id', '=', called.id)
        .orderBy('id')
        .executeTakeFirstOrThrow(),
    );
    await recordCall(
      clinic.ctx,
      RecordCall.parse({
        customerId: called.id,
        result: 'no_answer',
        followups: [{ followupId: followup.id, version: followup.version }],
      }),
    );

    const undone = await undoImport(clinic.ctx, { id: batch.id });
    expect(undone).toMatchObject({
      state: 'undone',
      problem: { code: 'partly-undone', details: { customers: 2, appointments: 1, visits: 1, followups: 1 } },
      counts: { newCustomers: 2, newAppointments: 1, newVisits: 1, plannedFollowups: 1 },
    });
    expect((await customersOf(clinic.ctx)).map(({ number }) => number).toSorted()).toEqual(['7', '9']);
    await expect(undoImport(clinic.ctx, { id: batch.id })).rejects.toMatchObject({ code: 'import-not-done' });
  });

  it('keeps whoever was sent a form for a followup of it', async () => {
    const clinic = await anImportingClinic();
    const { ctx } = clinic;
    const batch = await imported(clinic, sheet);
    await settled(ctx);
    const asked = (await customersOf(ctx)).find(({ number }) => number === '7')!;
    const [followup] = await followupsOf(ctx, asked.id);
    await askForm(ctx, {
      ...{ id: asked.id, code: 'satisfaction', source: 'link', visitId: null, send: false },
      followupId: followup!.id,
    });
    expect(await undoImport(ctx, { id: batch.id })).toMatchObject({
      ...{ state: 'undone', counts: { newCustomers: 1, newVisits: 1, plannedFollowups: 1 } },
    });
    expect((await customersOf(ctx)).map(({ number }) => number)).toEqual(['7']);
  });

  it('leaves nothing behind when its followups are planned in the same moment', async () => {
    const clinic = await anImportingClinic();
    const before = await everything(clinic.ctx);
    const batch = await imported(clinic, sheet);
    await Promise.all([settled(clinic.ctx), undoImport(clinic.ctx, { id: batch.id })]);
    await settled(clinic.ctx);
    expect(await everything(clinic.ctx)).toEqual(before);
  });

  it('is refused to a role that may not import', async () => {
    const clinic = await anImportingClinic();
    const batch = await imported(clinic, sheet);
    const nurse = { ...(await as(clinic.ctx, 'nurse')), dataDir };
    await expect(undoImport(nurse, { id: batch.id })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('can be followed by the same import again, with the same plans', async () => {
    const clinic = await anImportingClinic();
    const first = await imported(clinic, sheet);
    await settled(clinic.ctx);
    const once = await everything(clinic.ctx);
    await undoImport(clinic.ctx, { id: first.id });
    await imported(clinic, sheet);
    await settled(clinic.ctx);
    expect(await everything(clinic.ctx)).toEqual(once);
  });
});
