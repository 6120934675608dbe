import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Photo } from '#domain/records/contract.ts';
import { clockAt } from '#server/platform/clock.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, auditTrail, later, morning } from '#tests/support/clinic.ts';
import type { TestClinic } from '#tests/support/clinic.ts';
import { aCaller, anApp, send } from '#tests/support/http.ts';
import type { Caller } from '#tests/support/http.ts';
import { asMultipart, tinyPng } from '#tests/support/photos.ts';

let dataDir: string;
let app: FastifyInstance;
let clinic: TestClinic;
let nurse: Caller;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
  app = await anApp(clockAt(morning), dataDir);
  clinic = await aClinic();
  nurse = await aCaller(later(clinic.ctx, morning), clockAt(morning), 'nurse');
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function upload(customerId: string, file: Buffer, fields: Record<string, string> = {}, name = 'photo.png') {
  const { headers, body } = asMultipart(file, name, fields);
  return send(app, `/customers/${customerId}/photos`, { as: nurse, headers, body });
}

function look(customerId: string, photoId: string, size = 'full') {
  return send(app, `/customers/${customerId}/photos/${photoId}/picture?size=${size}`, { as: nurse });
}

/** Noise does not shrink: a picture of that many bytes and more. */
async function aLargePhoto(bytes: number): Promise<Buffer> {
  return Buffer.concat([tinyPng, Buffer.alloc(bytes - tinyPng.length)]);
}

describe('a photo', () => {
  it('is drawn anew without what the camera told, kept for the server alone, and every look is on record', async () => {
    const customer = await aCustomer(clinic.ctx);
    const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#aa8866' } })
      .withExif({ IFD0: { Copyright: 'SECRET-OWNER', Make: 'SECRET-CAMERA' }, IFD3: { GPSLatitude: '31/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();

    const answer = await upload(customer.id, taken, { moment: 'before', caption: '术前 正面' });
    expect(answer.statusCode, answer.body).toBe(200);
    const photo = answer.json<Photo>();
    // Upright: the camera was held on its side.
    expect(photo).toMatchObject({ moment: 'before', caption: '术前 正面', width: 20, height: 40 });
    expect(photo).toMatchObject({ takenOn: '2026-03-12', internalUse: null, publish: null });

    const seen = await look(customer.id, photo.id);
    expect(seen.headers['content-type']).toBe('image/jpeg');
    expect(seen.headers['cache-control']).toBe('no-store');
    expect(seen.rawPayload.includes('SECRET')).toBe(false);
    expect((await sharp(seen.rawPayload).metadata()).exif).toBeUndefined();
    expect((await look(customer.id, photo.id, 'small')).statusCode).toBe(200);
    const views = (await auditTrail(clinic.ctx)).filter(({ action }) => action === 'photo.viewed');
    expect(views).toEqual([
      { action: 'photo.viewed', actorId: nurse.staffId },
      { action: 'photo.viewed', actorId: nurse.staffId },
    ]);

    const folder = path.join(dataDir, 'photos', clinic.orgId);
    for (const file of await readdir(folder))
      expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('sent again is the one there is', async () => {
    const customer = await aCustomer(clinic.ctx);
    const first = await upload(customer.id, tinyPng);
    const again = await upload(customer.id, tinyPng);
    expect(again.json()).toEqual(first.json());
  });

  it.each([
    { name: 'an SVG', file: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>') },
    {
      name: 'an executable with another name',
      file: Buffer.from('MZ\u0090\u0000This program cannot be run'),
    },
    { name: 'an ELF executable', file: Buffer.from('\u007fELF\u0002\u0001\u0001') },
    { name: 'a GIF', file: Buffer.from('GIF89a') },
    { name: 'a photo that is cut off', file: tinyPng.subarray(0, 40) },
    {
      name: 'an SVG behind the head of a photo',
      file: Buffer.concat([tinyPng.subarray(0, 8), Buffer.from('<svg/>')]),
    },
    { name: 'nothing', file: Buffer.alloc(0) },
  ])('is not $name', async ({ file }) => {
    const customer = await aCustomer(clinic.ctx);
    const answer = await upload(customer.id, file);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'not-a-photo']);
  });

  it('may have 20 MB less a byte, and not 20 MB', async () => {
    const customer = await aCustomer(clinic.ctx);
    const below = await upload(customer.id, await aLargePhoto(19_999_999));
    expect(below.statusCode, below.body.slice(0, 200)).toBe(200);
    for (const bytes of [20_000_000, 20 * 1024 * 1024]) {
      const answer = await upload(customer.id, await aLargePhoto(bytes));
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'photo-too-large']);
    }
  });

  it('that unfolds into too many pixels stays folded', async () => {
    const customer = await aCustomer(clinic.ctx);
    const wide = await sharp({ create: { width: 8000, height: 6251, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(wide.length).toBeLessThan(1_000_000);
    const answer = await upload(customer.id, wide);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'photo-too-many-pixels']);
  });

  it('keeps both consents apart, each with its day and who wrote it down', async () => {
    const customer = await aCustomer(clinic.ctx);
    const photo = (await upload(customer.id, tinyPng)).json<Photo>();
    const edit = (version: number, body: object) =>
      send(app, `/customers/${customer.id}/photos/${photo.id}`, {
        method: 'PATCH',
        as: nurse,
        body,
        headers: { 'if-match': `"${version}"` },
      });
    const given = { at: morning, byName: 'a nurse' };
    expect((await edit(1, { internalUse: true })).json()).toMatchObject({
      internalUse: given,
      publish: null,
    });
    expect((await edit(2, { publish: true })).json()).toMatchObject({ internalUse: given, publish: given });
    expect((await edit(3, { publish: false })).json()).toMatchObject({ internalUse: given, publish: null });
    const late = await edit(3, { internalUse: false });
    expect([late.statusCode, late.json().code]).toEqual([409, 'stale-version']);
  });

  it('is gone when it is removed, with its file', async () => {
    const customer = await aCustomer(clinic.ctx);
    const photo = (await upload(customer.id, tinyPng)).json<Photo>();
    const gone = await send(app, `/customers/${customer.id}/photos/${photo.id}`, {
      method: 'DELETE',
      as: nurse,
      body: {},
    });
    expect(gone.statusCode).toBe(200);
    expect((await look(customer.id, photo.id)).statusCode).toBe(404);
    const left = await readdir(path.join(dataDir, 'photos', clinic.orgId));
    expect(left.filter((file) => file.startsWith(photo.id))).toEqual([]);
  });

  it('of one customer is not shown as another’s, nor to another organization', async () => {
    const customer = await aCustomer(clinic.ctx);
    const other = await aCustomer(clinic.ctx);
    const photo = (await upload(customer.id, tinyPng)).json<Photo>();
    expect((await look(other.id, photo.id)).statusCode).toBe(404);
    expect((await look(customer.id, newId())).statusCode).toBe(404);
    const elsewhere = await aClinic();
    const stranger = await aCaller(later(elsewhere.ctx, morning), clockAt(morning), 'owner');
    const url = `/customers/${customer.id}/photos/${photo.id}/picture`;
    expect((await send(app, url, { as: stranger })).statusCode).toBe(404);
  });
});
