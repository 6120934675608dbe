import { afterAll, describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { addHours } from '#domain/base/time.ts';
import { newId } from '#server/platform/ids.ts';
import { clockAt } from '#server/platform/clock.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, morning } from '#tests/support/clinic.ts';
import { anApp } from '#tests/support/http.ts';
import { bookAppointment } from '../appointments/book-appointment.ts';
import { cancelAppointment } from '../appointments/cancel-appointment.ts';
import { listFeeds, revokeCalendar, shareCalendar } from './publish-calendar.ts';

const app = await anApp(clockAt(morning));
afterAll(() => app.close());

async function aDoctorsCalendar() {
  const { ctx, clinicId } = await aClinic();
  const doctorId = (await as(ctx, 'doctor', { name: '王医生' })).actor.id!;
  const customer = await aCustomer(ctx, { name: '欧阳晓雯' });
  const booked = await bookAppointment(
    ctx,
    BookAppointment.parse({
      ...{ customerId: customer.id, clinicId, doctorId, startsAt: addHours(morning, 24), minutes: 45 },
      ...{ complaint: '种植', note: '怕疼' },
    }),
  );
  const { path } = await shareCalendar(ctx, { id: doctorId });
  return { ctx, doctorId, booked, path };
}

/** From a network nobody else has: wrong secrets are counted. */
const remoteAddress = `2001:db8:ca1:${newId().slice(0, 4)}::1`;
const read = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers, remoteAddress });

describe('a doctor’s calendar from outside', () => {
  it('says when and where, and of the customer no more than a surname; what it is for stands nowhere', async () => {
    const { ctx, path } = await aDoctorsCalendar();
    const { statusCode, headers, body } = await read(path);

    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(body).toContain('DTSTART:20260313T010000Z\r\nDTEND:20260313T014500Z\r\n');
    expect(body).toContain('SUMMARY:欧阳**\r\nLOCATION:Riverside\r\n');
    expect(body).not.toMatch(/晓雯|种植|怕疼|1380000/);
    expect((await listFeeds(ctx)).items).toMatchObject([{ doctorName: '王医生', lastReadAt: morning }]);
  });

  it('is not sent again while nothing changed', async () => {
    const { ctx, booked, path } = await aDoctorsCalendar();
    const etag = (await read(path)).headers.etag as string;
    expect(await read(path, { 'if-none-match': `"other", W/${etag}` })).toMatchObject({
      ...{ statusCode: 304, body: '' },
    });

    await cancelAppointment(ctx, { ...booked, cancelledFor: 'customer', reason: '天气' });
    const changed = await read(path, { 'if-none-match': etag });
    expect(changed.statusCode).toBe(200);
    expect(changed.body).toContain('SEQUENCE:1\r\nSTATUS:CANCELLED');
  });

  it('opens by its newest secret only, and by none once it is taken back', async () => {
    const { ctx, doctorId, path } = await aDoctorsCalendar();
    const { path: next } = await shareCalendar(ctx, { id: doctorId });
    expect([(await read(path)).statusCode, (await read(next)).statusCode]).toEqual([404, 200]);

    await revokeCalendar(ctx, { id: doctorId });
    expect((await read(next)).statusCode).toBe(404);
    const trail = (await auditTrail(ctx)).map(({ action }) => action);
    expect(trail).toEqual(expect.arrayContaining(['calendar.shared', 'calendar.revoked']));
  });

  it('is nobody’s in another organization', async () => {
    const { doctorId } = await aDoctorsCalendar();
    const other = await aClinic();
    await expect(shareCalendar(other.ctx, { id: doctorId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listFeeds(other.ctx)).items).toEqual([]);
  });
});
