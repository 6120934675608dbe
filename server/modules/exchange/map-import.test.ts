import { describe, expect, it } from 'vitest';
import { as, auditTrail } from '#tests/support/clinic.ts';
import { anImportingClinic, checked, imported } from './an-import.fixture.ts';
import { getImport, listNotes } from './list-imports.ts';
import { mapImport } from './map-import.ts';
import { backgroundIsQuiet } from '#server/platform/work-in-background.ts';

const sheet = 'who,tel,when\n张伟,13812345678,2026-03-01\n李娜,1,2026-03-02\n';
const fields = { name: 'who', phone: 'tel' };

describe('choosing the columns', () => {
  it('checks again, by the columns chosen', async () => {
    const clinic = await anImportingClinic();
    const batch = await checked(clinic, sheet);
    expect(batch.state).toBe('refused');
    const mapped = await mapImport(clinic.ctx, {
      id: batch.id,
      version: batch.version,
      kind: 'customers',
      fields,
    });
    expect(mapped).toMatchObject({ state: 'checking', problem: null });
    await backgroundIsQuiet();
    expect(await getImport(clinic.ctx, batch)).toMatchObject({
      state: 'ready',
      counts: { rows: 2, newCustomers: 2, warned: 1 },
    });
    expect((await listNotes(clinic.ctx, { id: batch.id, page: 1, pageSize: 5 })).items).toMatchObject([
      { line: 3, code: 'bad-phone' },
    ]);
    expect(await auditTrail(clinic.ctx)).toContainEqual({
      action: 'import.mapped',
      actorId: clinic.ctx.actor.id,
    });
  });

  it('keeps how the preset reads hours and states', async () => {
    const clinic = await anImportingClinic();
    const columns =
      'PatientId,AppointmentID,Gender,ScheduledDay,AppointmentDay,Age,Neighbourhood,SMS_received,No-show';
    const row = '7,a,F,2026-03-01T18:38:08Z,2026-03-03T00:00:00Z,62,X,0,No';
    const batch = await checked(clinic, `${columns}\n${row}\n`, { preset: 'noshow-appointments' });
    const chosen = {
      customerNumber: 'PatientId',
      appointmentNumber: 'AppointmentID',
      appointmentAt: 'AppointmentDay',
      state: 'No-show',
    };
    await mapImport(clinic.ctx, {
      id: batch.id,
      version: batch.version,
      kind: 'appointments',
      fields: chosen,
    });
    await backgroundIsQuiet();
    expect(await getImport(clinic.ctx, batch)).toMatchObject({
      state: 'ready',
      counts: { kept: 1 },
      mapping: { options: { zoneIsIgnored: true, keptWhen: ['No'] } },
    });
  });

  it.each([
    { name: 'a column the file does not have', fields: { name: 'nobody' }, code: 'invalid' },
    { name: 'a field that does not exist', fields: { shoeSize: 'who' }, code: 'invalid' },
  ])('refuses $name', async ({ fields, code }) => {
    const clinic = await anImportingClinic();
    const batch = await checked(clinic, sheet);
    const input = { id: batch.id, version: batch.version, kind: 'customers' as const, fields };
    await expect(mapImport(clinic.ctx, input)).rejects.toMatchObject({ code });
  });

  it('refuses the second of two editors, a batch that has run, and who may not import', async () => {
    const clinic = await anImportingClinic();
    const batch = await checked(clinic, sheet);
    const input = { id: batch.id, version: batch.version, kind: 'customers' as const, fields };
    const nurse = { ...(await as(clinic.ctx, 'nurse')), dataDir: clinic.ctx.dataDir };
    await expect(mapImport(nurse, input)).rejects.toMatchObject({ code: 'forbidden' });
    await mapImport(clinic.ctx, input);
    await expect(mapImport(clinic.ctx, input)).rejects.toMatchObject({ code: 'stale-version' });
    await backgroundIsQuiet();

    const done = await imported(clinic, '姓名\n王芳\n');
    await expect(
      mapImport(clinic.ctx, { ...input, id: done.id, version: done.version }),
    ).rejects.toMatchObject({
      code: 'import-not-open',
    });
  });
});
