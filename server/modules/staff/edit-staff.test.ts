import { expect, it } from 'vitest';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { as, auditTrail, inClinic, testDatabase } from '#tests/support/clinic.ts';
import { editStaff } from './edit-staff.ts';
import { inviteStaff } from './invite-staff.ts';
import { listDoctors } from './list-colleagues.ts';
import { openOrganization } from './open-organization.ts';

const doctorsOf = (ctx: Context, clinicId: string) =>
  inTransaction(ctx, async (ctx) => (await listDoctors(ctx, clinicId)).map(({ id }) => id));

it('an owner who treats is one of the clinic’s doctors, until they say otherwise', () =>
  inClinic(async (ctx, { clinicId }) => {
    const id = ctx.actor.id!;
    const doctor = (await as(ctx, 'doctor')).actor.id!;
    expect(await doctorsOf(ctx, clinicId)).toEqual([doctor]);

    expect(await editStaff(ctx, { id, version: 1, treats: true })).toMatchObject({
      ...{ role: 'owner', treats: true },
    });
    expect((await doctorsOf(ctx, clinicId)).toSorted()).toEqual([doctor, id].toSorted());
    expect(await auditTrail(ctx)).toContainEqual({ action: 'staff.edited', actorId: id });
    expect(await editStaff(ctx, { id, version: 2, name: '王医生' })).toMatchObject({ treats: true });

    await editStaff(ctx, { id, version: 3, treats: false });
    expect(await doctorsOf(ctx, clinicId)).toEqual([doctor]);
  }));

it('an owner who says so on the first day is the clinic’s doctor from then on', async () => {
  const opened = await openOrganization(
    { database: testDatabase(), clock: clockAt('2026-03-12T01:00:00.000Z') },
    {
      ...{ organization: '明医生口腔', clinic: '梧桐门诊', timezone: 'Asia/Shanghai', treats: true },
      ...{ name: '明医生', login: `ming-${newId()}`, password: '一个足够长的密码 2026' },
    },
    { onlyFirst: false },
  );
  expect(await doctorsOf(opened.ctx, opened.clinicId!)).toEqual([opened.ownerId]);
});

it('a doctor always treats, and nobody whose post may less than a doctor does', () =>
  inClinic(async (ctx, { clinicId }) => {
    const invite = (role: 'doctor' | 'nurse', treats?: boolean) =>
      inviteStaff(ctx, {
        ...{ name: '陈', role, allClinics: true, clinicIds: [], teamIds: [] },
        ...(treats !== undefined && { treats }),
      });
    const refused = expect.objectContaining({ details: [{ path: 'treats', code: 'role-cannot-treat' }] });
    await expect(invite('nurse', true)).rejects.toEqual(refused);
    const { staff } = await invite('doctor', false);
    expect(staff).toMatchObject({ treats: true });

    const { id } = staff;
    await expect(editStaff(ctx, { id, version: 1, role: 'nurse', treats: true })).rejects.toEqual(refused);
    expect(await editStaff(ctx, { id, version: 1, role: 'manager' })).toMatchObject({ treats: false });
    expect(await doctorsOf(ctx, clinicId)).toEqual([]);
  }));
