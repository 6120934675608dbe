import { describe, expect, it } from 'vitest';
import { addHours, dayAt } from '#domain/base/time.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { listCustomers } from '#server/modules/customers/list-customers.ts';
import { createCustomer } from '#server/modules/customers/create-customer.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { planEvents } from '#server/modules/followups/plan-events.ts';
import { listVisits } from '#server/modules/visits/list-visits.ts';
import { followupsOf } from '#tests/support/builders.ts';
import { as, auditTrail, settled } from '#tests/support/clinic.ts';
import {
  anImportingClinic,
  appointmentSheet,
  checked,
  customerSheet,
  imported,
  ran,
  type ImportContext,
} from './an-import.fixture.ts';
import { failSilentImports } from './fail-silent-imports.ts';
import { runImport } from './run-import.ts';
import { claimRun, startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

const page = { page: 1, pageSize: 50 };
const nothingNew = { newCustomers: 0, newAppointments: 0, newVisits: 0 };

async function customersOf(ctx: ImportContext) {
  const { items } = await listCustomers(ctx, page);
  return items.toSorted((a, b) => a.number.localeCompare(b.number));
}

async function visitsOf(ctx: ImportContext, number: string) {
  const customer = (await customersOf(ctx)).find((each) => each.number === number)!;
  const { items } = await listVisits(ctx, { customerId: customer.id });
  return items.toSorted((a, b) => a.visitedOn.localeCompare(b.visitedOn));
}

describe('importing appointments', () => {
  const sheet = appointmentSheet(
    ['7', 'a', '2026-03-10', '已到诊', 40, '洗牙、补牙', ''],
    ['7', 'b', '2026-03-03', '已到诊', 40, '', ''],
    ['7', 'c', '2026-03-05', '未到', 40, '', ''],
    ['8', 'd', '2026-04-01', '', '', '', ''],
  );

  it('brings in customers, appointments, and a closed visit of each one kept', async () => {
    const clinic = await anImportingClinic();
    const batch = await imported(clinic, sheet);
    expect(batch).toMatchObject({
      state: 'done',
      progress: 4,
      counts: {
        rows: 4,
        appointments: 4,
        customers: 2,
        kept: 2,
        missed: 1,
        warned: 0,
        rejected: 0,
        newCustomers: 2,
        newAppointments: 4,
        newVisits: 2,
      },
    });
    expect(await customersOf(clinic.ctx)).toMatchObject([
      { number: '7', name: '#7', birthYear: 1986, lastVisitOn: '2026-03-10' },
      { number: '8', name: '#8', birthYear: null, lastVisitOn: null },
    ]);
    expect(await visitsOf(clinic.ctx, '7')).toMatchObject([
      { visitedOn: '2026-03-03', kind: 'first', state: 'closed', closedAt: '2026-03-03T10:00:00.000Z' },
      {
        visitedOn: '2026-03-10',
        kind: 'return',
        openedAt: '2026-03-10T09:00:00.000Z',
        treatments: [
          { name: '洗牙', category: 'cleaning' },
          { name: '补牙', category: 'filling' },
        ],
      },
    ]);
    const actions = (await auditTrail(clinic.ctx)).map((entry) => entry.action);
    expect(actions.filter((action) => action.startsWith('import.'))).toEqual([
      'import.uploaded',
      'import.checked',
      'import.started',
      'import.done',
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    const clinic = await anImportingClinic();
    await imported(clinic, sheet);
    const before = [await customersOf(clinic.ctx), await visitsOf(clinic.ctx, '7')];
    const again = await checked(clinic, sheet);
    expect(again).toMatchObject({ state: 'ready', counts: nothingNew });
    expect(await ran(clinic, again)).toMatchObject({
      state: 'done',
      counts: { appointments: 4, ...nothingNew },
    });
    expect([await customersOf(clinic.ctx), await visitsOf(clinic.ctx, '7')]).toEqual(before);
  });

  it('counts earlier visits that are in the system already', async () => {
    const clinic = await anImportingClinic();
    await imported(clinic, appointmentSheet(['7', 'b', '2026-03-03', '已到诊', '', '', '']));
    await imported(clinic, appointmentSheet(['7', 'a', '2026-03-10', '已到诊', '', '', '']));
    expect((await visitsOf(clinic.ctx, '7')).map((visit) => visit.kind)).toEqual(['first', 'return']);
  });

  it('learns from a later sheet what became of appointments that were booked, and forgets it again', async () => {
    const clinic = await anImportingClinic();
    const rows = (...states: string[]) =>
      appointmentSheet(...states.map((state, row) => ['7', `a${row}`, '2026-03-11', state, '', '', '']));
    await imported(clinic, rows('', '', '未到'));
    const later = await checked(clinic, rows('已到诊', '未到', '已到诊'));
    expect(later.counts).toMatchObject({ newAppointments: 0, newVisits: 1 });
    const done = await ran(clinic, later);
    expect(done.counts).toMatchObject({ newAppointments: 0, newVisits: 1 });
    expect(await visitsOf(clinic.ctx, '7')).toMatchObject([{ kind: 'first', visitedOn: '2026-03-11' }]);
    expect((await customersOf(clinic.ctx))[0]?.lastVisitOn).toBe('2026-03-11');
    expect((await imported(clinic, rows('已到诊', '未到', '已到诊'))).counts).toMatchObject(nothingNew);

    await undoImport(clinic.ctx, { id: done.id });
    expect(await visitsOf(clinic.ctx, '7')).toEqual([]);
    expect((await imported(clinic, rows('已到诊', '未到', '已到诊'))).counts).toMatchObject({ newVisits: 1 });
  });

  it('leaves rejected rows out and brings in the rest', async () => {
    const clinic = await anImportingClinic();
    const batch = await imported(
      clinic,
      appointmentSheet(
        ['7', 'a', '2026-02-30', '已到诊', '', '', ''],
        ['7', 'b', '2026-03-03', '已到诊', '', '', ''],
        ['7', 'b', '2026-03-04', '已到诊', '', '', ''],
      ),
    );
    expect(batch.counts).toMatchObject({ rows: 3, appointments: 1, rejected: 2, newAppointments: 1 });
  });

  it('names the doctor it finds among the staff', async () => {
    const clinic = await anImportingClinic();
    await as(clinic.ctx, 'doctor', { name: '王医生' });
    await imported(clinic, appointmentSheet(['7', 'a', '2026-03-10', '已到诊', '', '洗牙', '王医生']));
    expect((await visitsOf(clinic.ctx, '7'))[0]?.treatments).toMatchObject([{ doctorName: '王医生' }]);
  });
});

describe('what an import tells', () => {
  /** Somebody of an earlier sheet who asked, paid a deposit, and gave up a time. */
  async function somebodyChased(clinic: Awaited<ReturnType<typeof anImportingClinic>>) {
    await imported(clinic, appointmentSheet(['7', 'x', '2026-01-05', '未到', 40, '', '']));
    const { id: customerId, clinicId } = (await customersOf(clinic.ctx))[0]!;
    const about = { at: addHours(clinic.ctx.now, -48), customerId, clinicId, visitId: null, visitKind: null };
    const chased = ['deposit.untreated', 'appointment.cancelled'] as const;
    await inTransaction(clinic.ctx, (ctx) =>
      planEvents(
        ctx,
        chased.map((event) => ({ event, key: event, ...about, categories: [] })),
      ),
    );
    return async () => {
      const owed = (await followupsOf(clinic.ctx, customerId)).filter(({ protocolCode }) =>
        ['deposit-untreated', 'appointment-cancelled'].includes(protocolCode),
      );
      const standing = owed.map(({ protocolCode, endReason }) => `${protocolCode} ${endReason ?? 'open'}`);
      return [...new Set(standing)].sort();
    };
  }

  it.each([
    {
      name: 'who was treated is chased no more, in the import itself; taken back, they are again',
      row: ['7', 'a', '2026-03-11', '已到诊', 40, '种植', ''],
      left: ['appointment-cancelled fact:booked', 'deposit-untreated fact:treated'],
    },
    {
      name: 'who is booked is invited no more',
      row: ['7', 'a', '2026-04-01', '已预约', 40, '', ''],
      left: ['appointment-cancelled fact:booked', 'deposit-untreated open'],
    },
    {
      name: 'a visit before they were asked settles nothing',
      row: ['7', 'a', '2026-03-01', '已到诊', 40, '种植', ''],
      left: ['appointment-cancelled open', 'deposit-untreated open'],
    },
  ])('$name', async ({ row, left }) => {
    const clinic = await anImportingClinic();
    const owed = await somebodyChased(clinic);
    const batch = await imported(clinic, appointmentSheet(row));
    expect(await owed()).toEqual(left);
    await settled(clinic.ctx);
    expect(await owed()).toEqual(left);
    await undoImport(clinic.ctx, { id: batch.id });
    expect(await owed()).toEqual(['appointment-cancelled open', 'deposit-untreated open']);
  });

  it('braces are asked about every three months where somebody is still seen for them', async () => {
    const clinic = await anImportingClinic();
    await imported(
      clinic,
      appointmentSheet(
        ['7', 'a', '2023-05-10', '已到诊', 14, '正畸初诊', ''],
        ['7', 'b', '2026-03-01', '已到诊', 17, '正畸复诊', ''],
        ['8', 'c', '2023-05-10', '已到诊', 14, '正畸初诊', ''],
        ['8', 'd', '2025-05-10', '已到诊', 17, '正畸复诊', ''],
      ),
    );
    await settled(clinic.ctx);
    const [worn, off] = await customersOf(clinic.ctx);
    const surveys = async ({ id }: { id: string }) =>
      (await followupsOf(clinic.ctx, id)).filter(
        ({ protocolCode }) => protocolCode === 'orthodontics-survey',
      );
    expect((await surveys(worn!)).map(({ closesAt }) => dayAt(closesAt, 'Asia/Shanghai'))).toEqual([
      '2026-05-10',
      '2026-08-10',
      '2026-11-10',
      '2027-02-10',
      '2027-05-10',
    ]);
    expect(await surveys(off!)).toEqual([]);
  });
});

describe('importing a list of customers', () => {
  it('gives a chart number to who has none, and finds everybody again', async () => {
    const clinic = await anImportingClinic();
    const sheet = customerSheet(
      ['', '张伟', '13812345678', '男', '1990-01-02'],
      ['', '李娜', '', '女', '1991-02-03'],
      ['', '王芳', '', '女', ''],
      ['', '王芳', '', '女', ''],
      ['N1', '赵敏', '', '', ''],
    );
    expect((await imported(clinic, sheet)).counts).toMatchObject({ customers: 5, newCustomers: 5 });
    expect((await customersOf(clinic.ctx)).map(({ number, name }) => `${number} ${name}`)).toEqual([
      'C000001 张伟',
      'C000002 李娜',
      'C000003 王芳',
      'C000004 王芳',
      'N1 赵敏',
    ]);
    expect((await imported(clinic, sheet)).counts).toMatchObject({ customers: 5, ...nothingNew });
  });

  it('finds whom the desk entered by name and phone, or name and birthday', async () => {
    const clinic = await anImportingClinic();
    const facts = { gender: 'unknown', address: null, occupation: null, channelSource: null } as const;
    const desk = { ...facts, notes: null, ownerId: null, clinicId: clinic.clinicId };
    await createCustomer(clinic.ctx, { ...desk, name: '张伟', phone: '138 1234 5678', birthday: null });
    await createCustomer(clinic.ctx, { ...desk, name: '李娜', phone: null, birthday: '1991-02-03' });
    const batch = await imported(
      clinic,
      customerSheet(['', '张伟', '+86 13812345678', '', ''], ['', '李娜', '', '', '1991-02-03']),
    );
    expect(batch.counts).toMatchObject({ customers: 2, newCustomers: 0 });
  });

  it('still knows whom it made when the desk has corrected the name since', async () => {
    const clinic = await anImportingClinic();
    const sheet = customerSheet(['', '张玮', '13812345678', '', '']);
    await imported(clinic, sheet);
    const [customer] = await customersOf(clinic.ctx);
    await editCustomer(clinic.ctx, { id: customer!.id, version: 1, name: '张伟' });
    expect((await imported(clinic, sheet)).counts).toMatchObject(nothingNew);
  });
});

describe('a run', () => {
  it('is one at a time', async () => {
    const clinic = await anImportingClinic();
    const batch = await checked(clinic, customerSheet(['1', '张伟', '', '', '']));
    const claim = () => inTransaction(clinic.ctx, (ctx) => claimRun(ctx, batch.id));
    const outcomes = await Promise.allSettled([claim(), claim()]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(claim()).rejects.toMatchObject({ code: 'import-not-ready' });
  });

  it('of a batch that was given up meanwhile leaves nothing behind', async () => {
    const clinic = await anImportingClinic();
    const batch = await checked(clinic, customerSheet(['1', '张伟', '', '', '']));
    const claim = await inTransaction(clinic.ctx, (ctx) => claimRun(ctx, batch.id));
    const muchLater = { ...clinic.ctx, realNow: '2030-01-01T00:00:00.000Z' };
    expect(await failSilentImports(muchLater)).toBe(1);
    expect(await runImport(clinic.ctx, claim)).toMatchObject({
      state: 'failed',
      problem: { code: 'interrupted' },
    });
    expect(await customersOf(clinic.ctx)).toEqual([]);
    expect(await ran(clinic, batch)).toMatchObject({
      state: 'done',
      problem: null,
      counts: { newCustomers: 1 },
    });
  });

  it('is refused to a role that may not import, and to another clinic', async () => {
    const clinic = await anImportingClinic();
    const batch = await checked(clinic, customerSheet(['1', '张伟', '', '', '']));
    const nurse = { ...(await as(clinic.ctx, 'nurse')), dataDir: clinic.ctx.dataDir };
    await expect(startImport(nurse, batch)).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = {
      ...(await as(clinic.ctx, 'manager', { clinicIds: [] })),
      dataDir: clinic.ctx.dataDir,
    };
    await expect(startImport(elsewhere, batch)).rejects.toMatchObject({ code: 'not-found' });
    const stranger = await anImportingClinic();
    await expect(startImport(stranger.ctx, batch)).rejects.toMatchObject({ code: 'not-found' });
  });
});
