import { pino, stdSerializers } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';

/** Addresses that open without a sign-in: a customer's link, a screen, a calendar, and what other servers call us at. */
const openAddresses = /(\/(?:c|screen|calendars|provider-callbacks|telephone-calls)\/)[0-9A-Za-z%._-]+/g;

/** What makes such an address secret is left out, however it got into the line. */
export function withoutLinks(line: string): string {
  return line.replace(openAddresses, '$1…');
}

/** What the program says of itself; never a customer's data, a token or a password. */
export function makeLog(to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: process.env['CARECURVE_LOG'] ?? 'warn',
    base: null,
    serializers: { error: stdSerializers.err },
    redact: [
      ...['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
      ...['token', '*.token'],
    ],
    // Wherever an address comes to stand in a line, an error's own words included.
    hooks: { streamWrite: withoutLinks },
  };
  return to ? pino(options, to) : pino(options);
}
export const log = makeLog();
