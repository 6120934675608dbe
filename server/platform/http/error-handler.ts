import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Conflict, Forbidden, Invalid, NotFound, SignedOut, TooMany } from '../errors.ts';
import { log } from '../log.ts';

export interface WireError {
  code: string;
  details?: unknown;
}

/** The one place where an error becomes an HTTP answer. The wire carries a code; the screen finds the words. */
export function toWire(error: unknown): {
  status: number;
  body: WireError;
  headers?: Record<string, string>;
} {
  if (error instanceof NotFound) return { status: 404, body: { code: error.code } };
  if (error instanceof Forbidden)
    return { status: 403, body: { code: error.code, details: { permission: error.permission } } };
  if (error instanceof Conflict) {
    const status =
      ({ 'version-required': 428, 'foreign-origin': 403 } as Record<string, number>)[error.code] ?? 409;
    return {
      status,
      body: { code: error.code, ...(error.details === undefined ? {} : { details: error.details }) },
    };
  }
  if (error instanceof Invalid) return { status: 400, body: { code: error.code, details: error.details } };
  if (error instanceof SignedOut) return { status: 401, body: { code: error.code } };
  if (error instanceof TooMany) {
    return {
      status: 429,
      body: { code: error.code, details: { retryAfterSeconds: error.retryAfterSeconds } },
      headers: { 'retry-after': String(error.retryAfterSeconds) },
    };
  }
  if (error instanceof z.ZodError) return { status: 400, body: { code: 'invalid', details: flawsOf(error) } };
  const known = error as FastifyError & { code?: string };
  if (isDatabaseAway(known))
    return { status: 503, body: { code: 'database-away' }, headers: { 'retry-after': '2' } };
  if (typeof known.statusCode === 'number' && known.statusCode >= 400 && known.statusCode < 500) {
    const codes: Record<number, string> = { 404: 'not-found', 413: 'too-large', 415: 'wrong-content-type' };
    return { status: known.statusCode, body: { code: codes[known.statusCode] ?? 'invalid' } };
  }
  return { status: 500, body: { code: 'fault' } };
}

export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, headers } = toWire(error);
  if (status >= 500)
    log.error({ error, method: request.method, route: request.routeOptions.url }, 'a request failed');
  void reply
    .status(status)
    .headers(headers ?? {})
    .type('application/json')
    .send(JSON.stringify(body));
}

function flawsOf(error: z.ZodError): { path: string; code: string }[] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : issue.code,
  }));
}

/** The connection was refused or cut, or the server is starting or stopping (PostgreSQL classes 08 and 57P). */
function isDatabaseAway(error: { code?: string; message?: string }): boolean {
  return (
    /^(08|57P)/.test(error.code ?? '') ||
    ['ECONNREFUSED', 'ECONNRESET'].includes(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message ?? '')
  );
}
