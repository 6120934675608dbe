import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { isPortTaken } from './port.ts';

it('a port is taken while somebody listens there, and free again afterwards', async () => {
  const somebody = createServer();
  const port = await new Promise<number>((resolve) => {
    somebody.listen(0, '127.0.0.1', () => resolve((somebody.address() as AddressInfo).port));
  });
  expect(await isPortTaken('127.0.0.1', port)).toBe(true);
  await new Promise((resolve) => somebody.close(resolve));
  expect(await isPortTaken('127.0.0.1', port)).toBe(false);
});
