import { beforeEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { addMinutes } from '#domain/base/time.ts';
import { clockAt } from '#server/platform/clock.ts';
import { newId } from '#server/platform/ids.ts';
import { aClinic, auditTrail, morning } from '#tests/support/clinic.ts';
import type { TestClinic } from '#tests/support/clinic.ts';
import { aCaller, anApp, password, send } from '#tests/support/http.ts';
import { disableStaff, editStaff, enableStaff } from './edit-staff.ts';
import { inviteAgain, inviteStaff } from './invite-staff.ts';

const clock = clockAt(morning);
let app: FastifyInstance;
let clinic: TestClinic;

beforeEach(async () => {
  clock.set(morning);
  app ??= await anApp(clock);
  clinic = await aClinic();
});

let lastIp = 0;
/** An address nobody signed in from before. */
function anAddress(): string {
  lastIp += 1;
  return `10.${process.pid % 250}.${Math.floor(lastIp / 250)}.${lastIp % 250}`;
}

function signIn(login: string, given: string, ip: string) {
  return send(app, '/session', { body: { login, password: given }, ip });
}

describe('signing in', () => {
  it('gives a cookie of this host only, and tells who I am and what I may', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const answer = await signIn(nurse.login.toUpperCase(), password, anAddress());

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ role: 'nurse', organization: { name: 'Sunny Dental' } });
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-carecurve=s\.\S+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await auditTrail(clinic.ctx)).toContainEqual({ action: 'signed-in', actorId: nurse.staffId });
  });

  it('says the same of a wrong password and of a login that does not exist', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const wrong = await signIn(nurse.login, 'not the password', anAddress());
    const unknown = await signIn(`nobody-${newId()}`, password, anAddress());
    expect([wrong.statusCode, wrong.body]).toEqual([401, '{"code":"wrong-login"}']);
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
  });

  it('is locked for fifteen minutes after five failures, also for the right password', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const ip = anAddress();
    for (let failure = 1; failure <= 5; failure += 1) {
      expect((await signIn(nurse.login, 'not the password', ip)).statusCode).toBe(401);
    }
    const locked = await signIn(nurse.login, password, ip);
    expect(locked.json()).toEqual({ code: 'too-many', details: { retryAfterSeconds: 900 } });
    clock.advanceMinutes(15);
    expect((await signIn(nurse.login, password, ip)).statusCode).toBe(200);
  });

  it('is forgiven after four failures', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const ip = anAddress();
    for (let failure = 1; failure <= 4; failure += 1) await signIn(nurse.login, 'not the password', ip);
    expect((await signIn(nurse.login, password, ip)).statusCode).toBe(200);
    for (let failure = 1; failure <= 4; failure += 1) await signIn(nurse.login, 'not the password', ip);
    expect((await signIn(nurse.login, password, ip)).statusCode).toBe(200);
  });

  it('cannot be shut for the clinic’s own people by somebody elsewhere', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const clinicAddress = anAddress();
    expect((await signIn(nurse.login, password, clinicAddress)).statusCode).toBe(200);
    for (let attacker = 0; attacker < 30; attacker += 1)
      await signIn(nurse.login, 'a guess of many', anAddress());
    expect((await signIn(nurse.login, password, clinicAddress)).statusCode).toBe(200);
    expect((await signIn(nurse.login, password, anAddress())).statusCode).toBe(429);
  });

  it('is not helped by naming another address in X-Forwarded-For', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const ip = anAddress();
    const attempt = (forwarded: string) =>
      send(app, '/session', {
        body: { login: nurse.login, password: 'wrong password' },
        ip,
        headers: { 'x-forwarded-for': forwarded },
      });
    for (let failure = 1; failure <= 5; failure += 1) await attempt(`192.0.2.${failure}`);
    expect((await attempt('192.0.2.99')).statusCode).toBe(429);
  });
});

describe('a sign-in', () => {
  it.each([
    ['fourteen minutes of quiet', [14], 200],
    ['fifteen minutes of quiet', [15], 401],
    ['a busy day of less than twelve hours', Array<number>(71).fill(10), 200],
    ['a busy day of twelve hours', Array<number>(72).fill(10), 401],
  ])('after %s answers %s', async (_, pauses, status) => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    let answer = await send(app, '/session', { as: nurse });
    for (const minutes of pauses) {
      clock.advanceMinutes(minutes);
      answer = await send(app, '/session', { as: nurse });
    }
    expect(answer.statusCode).toBe(status);
  });

  it('is not kept alive by a page that refreshes itself before an empty chair', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const refresh = () => send(app, '/session', { as: nurse, headers: { 'x-idle': '1' } });
    clock.advanceMinutes(14);
    expect((await refresh()).statusCode).toBe(200);
    clock.advanceMinutes(1);
    expect((await refresh()).statusCode).toBe(401);
  });

  it('ends at once when the person is disabled, and with it every other of theirs', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const phone = await signIn(nurse.login, password, anAddress());
    const onPhone = { cookie: String(phone.headers['set-cookie']).split(';')[0]! };

    await disableStaff(clinic.ctx, { id: nurse.staffId });

    expect((await send(app, '/session', { as: nurse })).statusCode).toBe(401);
    expect((await send(app, '/session', { as: onPhone })).statusCode).toBe(401);
    expect((await signIn(nurse.login, password, anAddress())).statusCode).toBe(401);
    await enableStaff(clinic.ctx, { id: nurse.staffId });
    expect((await send(app, '/session', { as: nurse })).statusCode).toBe(401);
    expect((await signIn(nurse.login, password, anAddress())).statusCode).toBe(200);
  });

  it('follows a change of role from the next request on', async () => {
    const manager = await aCaller(clinic.ctx, clock, 'manager');
    expect((await send(app, '/audit', { as: manager })).statusCode).toBe(200);
    await editStaff(clinic.ctx, { id: manager.staffId, version: 2, role: 'front_desk' });
    expect((await send(app, '/audit', { as: manager })).statusCode).toBe(403);
  });

  it('ends by signing out', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const answer = await send(app, '/session', { method: 'DELETE', as: nurse });
    expect(answer.headers['set-cookie']).toMatch(/^__Host-carecurve=; .*Max-Age=0$/);
    expect((await send(app, '/session', { as: nurse })).statusCode).toBe(401);
  });

  it('takes no new password that is guessed first', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const refusal = async (chosen: string) => {
      const body = { current: password, password: chosen };
      return (await send(app, '/session/password', { as: nurse, body })).json();
    };
    const wrong = (code: string) => ({ code: 'invalid', details: [{ path: 'password', code }] });
    expect(await refusal('1234567890')).toEqual(wrong('password-in-a-row'));
    expect(await refusal(`${nurse.login}!!`)).toEqual(wrong('password-names-you'));
    expect(await refusal('Sunny Dental 1')).toEqual(wrong('password-names-you'));
    expect((await signIn(nurse.login, password, anAddress())).statusCode).toBe(200);
  });

  it('ends everywhere else with a new password', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const other = await signIn(nurse.login, password, anAddress());
    const elsewhere = { cookie: String(other.headers['set-cookie']).split(';')[0]! };
    const change = { current: password, password: 'quite another password' };

    expect(
      (await send(app, '/session/password', { as: nurse, body: { ...change, current: 'wrong' } })).json(),
    ).toEqual({ code: 'wrong-password' });
    expect(
      (await send(app, '/session/password', { as: nurse, body: { ...change, password: 'too short' } }))
        .statusCode,
    ).toBe(400);
    expect((await send(app, '/session/password', { as: nurse, body: change })).statusCode).toBe(200);

    expect((await send(app, '/session', { as: nurse })).statusCode).toBe(200);
    expect((await send(app, '/session', { as: elsewhere })).statusCode).toBe(401);
    expect((await signIn(nurse.login, 'quite another password', anAddress())).statusCode).toBe(200);
  });
});

describe('inviting', () => {
  it('opens the door once, for a week, to the person with the link', async () => {
    const invited = await inviteStaff(clinic.ctx, {
      name: '王芳',
      role: 'cs_agent',
      allClinics: false,
      clinicIds: [clinic.clinicId],
      teamIds: [],
    });
    const accept = { token: invited.token, login: `wang-${newId()}`, password };
    const byName = await send(app, '/invitations/accept', {
      body: { ...accept, password: '王芳王芳20260801' },
    });
    expect(byName.json()).toMatchObject({ details: [{ code: 'password-names-you' }] });

    expect((await send(app, '/invitations/look', { body: { token: invited.token } })).json()).toEqual({
      organization: 'Sunny Dental',
      name: '王芳',
      role: 'cs_agent',
    });
    expect((await send(app, '/invitations/accept', { body: accept })).json()).toMatchObject({
      role: 'cs_agent',
      clinics: [{ id: clinic.clinicId }],
    });
    const again = await send(app, '/invitations/accept', { body: { ...accept, login: `again-${newId()}` } });
    const nonsense = await send(app, '/invitations/accept', {
      body: { ...accept, token: `i.${'A'.repeat(22)}.${'A'.repeat(43)}` },
    });
    expect([again.statusCode, again.body]).toEqual([nonsense.statusCode, nonsense.body]);
  });

  it('closes after seven days', async () => {
    const invited = await inviteStaff(clinic.ctx, {
      name: '王芳',
      role: 'cs_agent',
      allClinics: true,
      clinicIds: [],
      teamIds: [],
    });
    clock.set(addMinutes(morning, 7 * 24 * 60 - 1));
    expect((await send(app, '/invitations/look', { body: { token: invited.token } })).statusCode).toBe(200);
    clock.advanceMinutes(1);
    expect((await send(app, '/invitations/look', { body: { token: invited.token } })).statusCode).toBe(404);
  });

  it('again gives somebody who forgot their password a new one, and ends what was signed in with the old', async () => {
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const { token } = await inviteAgain(clinic.ctx, { id: nurse.staffId });
    const login = `back-${newId()}`;
    expect((await send(app, '/invitations/accept', { body: { token, login, password } })).statusCode).toBe(
      200,
    );
    expect((await send(app, '/session', { as: nurse })).statusCode).toBe(401);
    expect((await signIn(nurse.login, password, anAddress())).statusCode).toBe(401);
    expect((await signIn(login, password, anAddress())).statusCode).toBe(200);
  });

  it('again is no way to become the owner', async () => {
    const manager = await aCaller(clinic.ctx, clock, 'manager');
    const owner = clinic.ctx.actor.id!;
    expect((await send(app, `/staff/${owner}/invite-again`, { as: manager, body: {} })).statusCode).toBe(403);
  });

  it('gives nobody a post above one’s own', async () => {
    const manager = await aCaller(clinic.ctx, clock, 'manager');
    const invite = (role: string) =>
      send(app, '/staff', { as: manager, body: { name: 'x', role, allClinics: true } });
    expect((await invite('owner')).statusCode).toBe(403);
    expect((await invite('nurse')).statusCode).toBe(200);
  });
});

describe('editing a colleague', () => {
  it('gives the second of two editors both versions', async () => {
    const owner = await aCaller(clinic.ctx, clock, 'owner');
    const nurse = await aCaller(clinic.ctx, clock, 'nurse');
    const edit = (name: string) =>
      send(app, `/staff/${nurse.staffId}`, {
        method: 'PATCH',
        as: owner,
        body: { name },
        headers: { 'if-match': '"2"' },
      });

    expect((await edit('First')).json()).toMatchObject({ name: 'First', version: 3 });
    expect((await edit('Second')).json()).toMatchObject({
      code: 'stale-version',
      details: { current: { name: 'First', version: 3 } },
    });
    const blind = await send(app, `/staff/${nurse.staffId}`, {
      method: 'PATCH',
      as: owner,
      body: { name: 'Blind' },
    });
    expect([blind.statusCode, blind.json().code]).toEqual([428, 'version-required']);
  });

  it('never leaves the organization without an owner', async () => {
    const owner = clinic.ctx.actor.id!;
    await expect(disableStaff(clinic.ctx, { id: owner })).rejects.toMatchObject({ code: 'last-owner' });
    await expect(editStaff(clinic.ctx, { id: owner, version: 1, role: 'nurse' })).rejects.toMatchObject({
      code: 'last-owner',
    });
  });
});
