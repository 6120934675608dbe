import { pino, stdSerializers } from 'pino';

/** What the program says of itself; never a customer's data, a token or a password. */
export const log = pino({
  level: process.env['CARECURVE_LOG'] ?? 'warn',
  base: null,
  serializers: { error: stdSerializers.err },
  redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
});
