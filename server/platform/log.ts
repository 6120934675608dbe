import { pino, stdSerializers } from 'pino';

/** A customer's link opens without a sign-in: what follows `/c/` is left out, however it got into the line. */
export function withoutLinks(line: string): string {
  return line.replace(/\/c\/[0-9A-Za-z%_-]+/g, '/c/…');
}

/** What the program says of itself; never a customer's data, a token or a password. */
export const log = pino({
  level: process.env['CARECURVE_LOG'] ?? 'warn',
  base: null,
  serializers: { error: stdSerializers.err },
  redact: [
    ...['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
    ...['token', '*.token'],
  ],
  // Wherever an address comes to stand in a line, an error's own words included.
  hooks: { streamWrite: withoutLinks },
});
