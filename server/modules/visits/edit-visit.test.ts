import { describe, expect, it } from 'vitest';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { createClinic, createTeam } from '#server/modules/staff/edit-clinics.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { editVisit } from './edit-visit.ts';
import { listVisits } from './list-visits.ts';
import { openVisit } from './open-visit.ts';

const anOpenVisit = async (ctx: Context) => {
  const { id: customerId, clinicId } = await aCustomer(ctx);
  return openVisit(ctx, { customerId, clinicId, chiefComplaint: '牙疼' });
};
const extraction = { category: 'extraction', name: '智齿拔除', teamId: null, doctorId: null } as const;
const cleaning = { category: 'cleaning', name: '洁牙', teamId: null, doctorId: null } as const;

describe('editing a visit', () => {
  it('replaces what was done, in its order, with team and doctor by name, and is on record', () =>
    inClinic(async (ctx) => {
      const visit = await anOpenVisit(ctx);
      const doctor = await as(ctx, 'doctor', { name: '王医生' });
      const team = await createTeam(ctx, { name: '口腔外科', kind: 'treating', clinicId: null });
      const done = [cleaning, { ...extraction, teamId: team.id, doctorId: doctor.actor.id }];

      const edited = await editVisit(doctor, { id: visit.id, version: 1, treatments: done });
      expect(edited).toMatchObject({
        version: 2,
        chiefComplaint: '牙疼',
        treatments: [
          { category: 'cleaning', name: '洁牙', teamName: null, doctorName: null },
          { category: 'extraction', name: '智齿拔除', teamName: '口腔外科', doctorName: '王医生' },
        ],
      });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'visit.edited', actorId: doctor.actor.id });

      const again = await editVisit(doctor, {
        id: visit.id,
        version: 2,
        treatments: [extraction],
        chiefComplaint: null,
      });
      expect(again).toMatchObject({ chiefComplaint: null, treatments: [{ name: '智齿拔除' }], version: 3 });
      expect(again).toMatchObject({ isDischarge: false, treatments: [{ finishesCourse: false }] });
      const last = { ...extraction, finishesCourse: true };
      const home = await editVisit(doctor, {
        id: visit.id,
        version: 3,
        treatments: [last],
        isDischarge: true,
      });
      expect(home).toMatchObject({ isDischarge: true, treatments: [{ finishesCourse: true }] });
      const none = await editVisit(doctor, { id: visit.id, version: 4, treatments: [] });
      expect(none).toMatchObject({ treatments: [], isDischarge: true });
    }));

  it('refuses a team or a doctor who is not there, and then nothing changes', () =>
    inClinic(async (ctx) => {
      const visit = await anOpenVisit(ctx);
      for (const [treatment, subject] of [
        [{ ...cleaning, teamId: newId() }, 'team'],
        [{ ...cleaning, doctorId: newId() }, 'staff'],
      ] as const) {
        const edit = editVisit(ctx, {
          id: visit.id,
          version: 1,
          chiefComplaint: '别的',
          treatments: [treatment],
        });
        await expect(edit).rejects.toMatchObject({ code: 'not-found', subject });
      }
      expect((await listVisits(ctx, {})).items).toEqual([visit]);
    }));

  it('gives the second of two editors the visit as it is now', () =>
    inClinic(async (ctx) => {
      const visit = await anOpenVisit(ctx);
      const current = await editVisit(ctx, { id: visit.id, version: 1, treatments: [cleaning] });
      await expect(editVisit(ctx, { id: visit.id, version: 1, treatments: [] })).rejects.toMatchObject({
        code: 'stale-version',
        details: { current },
      });
    }));

  it('ends with the visit: what was planned by it stays true', () =>
    inClinic(async (ctx) => {
      const { id, version } = await aClosedVisit(ctx, { categories: ['surgery'] });
      await expect(editVisit(ctx, { id, version, treatments: [] })).rejects.toMatchObject({
        code: 'already-closed',
      });
    }));

  it('is refused to who may not, and to who does not see the visit', () =>
    inClinic(async (ctx) => {
      const visit = await anOpenVisit(ctx);
      const edit = { id: visit.id, version: 1, chiefComplaint: '别的' };
      await expect(editVisit(await as(ctx, 'web_consultant'), edit)).rejects.toMatchObject({
        code: 'forbidden',
      });
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const doctor = await as(ctx, 'doctor', { clinicIds: [other.id] });
      await expect(editVisit(doctor, edit)).rejects.toMatchObject({ code: 'not-found', id: visit.id });
      await inClinic(async (elsewhere) => {
        await expect(editVisit(elsewhere, edit)).rejects.toMatchObject({ code: 'not-found' });
      });
      expect((await listVisits(ctx, {})).items).toEqual([visit]);
    }));
});
