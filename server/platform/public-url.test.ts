import { expect, it } from 'vitest';
import { onThisMachine, opensElsewhere } from './public-url.ts';

it.each([
  { publicUrl: onThisMachine(), opens: false },
  { publicUrl: onThisMachine({ tls: true, port: 443 }), opens: false },
  { publicUrl: 'http://127.0.0.1:3000', opens: false },
  { publicUrl: 'http://[::1]:3000', opens: false },
  { publicUrl: 'http://192.168.1.20:3000', opens: true },
  { publicUrl: 'https://care.example.com', opens: true },
])('a link at $publicUrl opens on a telephone: $opens', ({ publicUrl, opens }) => {
  expect(opensElsewhere(publicUrl)).toBe(opens);
});
