import { afterAll, describe, expect, it } from 'vitest';
import { clockAt } from '#server/platform/clock.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, morning } from '#tests/support/clinic.ts';
import { anApp } from '#tests/support/http.ts';
import { hangScreen, listScreens, revokeScreen } from './hang-screen.ts';
import { moveStage } from './move-stage.ts';
import { receiveCustomer } from './receive-customer.ts';

const app = await anApp(clockAt(morning));
afterAll(() => app.close());

/** From a network nobody else has: wrong secrets are counted. */
const remoteAddress = `2001:db8:5c:${newId().slice(0, 4)}::1`;
const read = async (path: string) => {
  const token = path.slice('/screen/'.length);
  const url = '/api/v1/waiting-screens/read';
  const answer = await app.inject({ method: 'POST', url, payload: { token }, remoteAddress });
  return { status: answer.statusCode, body: answer.json() as unknown };
};

async function aWaitingRoom() {
  const { ctx, clinicId } = await aClinic();
  const doctorId = (await as(ctx, 'doctor', { name: '李医生' })).actor.id!;
  const facts = { clinicId, doctorId, chiefComplaint: '种植', wishes: '怕疼' };
  const [treated, waits] = [
    await aCustomer(ctx, { name: '欧阳晓雯', gender: 'female', phone: '13900001111' }),
    await aCustomer(ctx, { name: '王建国', gender: 'male', phone: '13900002222' }),
  ];
  const { visitId } = await receiveCustomer(ctx, { ...facts, customerId: treated.id });
  await receiveCustomer(ctx, { ...facts, customerId: waits.id });
  await moveStage(ctx, { visitId, to: 'in-treatment' });
  return { ctx, clinicId };
}

describe('a screen in the waiting room', () => {
  it('calls by number, or number and surname with title, to whom; and gives nothing else of anybody', async () => {
    const { ctx, clinicId } = await aWaitingRoom();
    const byNumber = await hangScreen(ctx, { id: clinicId, name: '大厅', shows: 'numbers' });
    const bySurname = await hangScreen(ctx, { id: clinicId, name: '二楼', shows: 'surnames' });

    const where = { doctorName: '李医生', roomName: null, isNew: true };
    expect(await read(byNumber.path)).toEqual({
      status: 200,
      body: {
        clinicName: 'Riverside',
        called: [{ number: 1, salutation: null, ...where }],
        waiting: [{ number: 2, salutation: null }],
      },
    });
    expect(await read(bySurname.path)).toEqual({
      status: 200,
      body: {
        clinicName: 'Riverside',
        called: [{ number: 1, salutation: '欧阳女士', ...where }],
        waiting: [{ number: 2, salutation: '王先生' }],
      },
    });
  });

  it('is gone when its address was taken back, and never was for one nobody made', async () => {
    const { ctx, clinicId } = await aWaitingRoom();
    const { screen, path } = await hangScreen(ctx, { id: clinicId, name: '大厅', shows: 'numbers' });
    expect((await listScreens(ctx, { id: clinicId })).items).toEqual([screen]);

    await revokeScreen(ctx, { id: screen.id });

    const unknown = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
    for (const gone of [path, unknown, '/screen/short'])
      expect(await read(gone)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await listScreens(ctx, { id: clinicId })).items).toEqual([]);
    await expect(revokeScreen(ctx, { id: screen.id })).rejects.toMatchObject({ code: 'not-found' });
    const trail = await auditTrail(ctx);
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['waiting-screen.added', 'waiting-screen.revoked']),
    );
    expect(JSON.stringify(trail)).not.toContain(path.slice('/screen/'.length + 4));
  });

  it('is nobody’s in another organization', async () => {
    const { ctx, clinicId } = await aWaitingRoom();
    const { screen } = await hangScreen(ctx, { id: clinicId, name: '大厅', shows: 'numbers' });
    const other = await aClinic();
    const gone = { code: 'not-found' };
    await expect(revokeScreen(other.ctx, { id: screen.id })).rejects.toMatchObject(gone);
    await expect(
      hangScreen(other.ctx, { id: clinicId, name: '大厅', shows: 'numbers' }),
    ).rejects.toMatchObject(gone);
    expect((await listScreens(other.ctx, { id: other.clinicId })).items).toEqual([]);
  });
});
