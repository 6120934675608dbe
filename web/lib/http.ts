import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import { chosenClinic } from './chosen-clinic.ts';
import { connection, hearServer, sessionEnded } from './connection.ts';
import { isSomebodyThere } from './presence.ts';

export const apiBase = '/api/v1';

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface WriteOptions {
  /** The version that the edit was made on. */
  ifMatch?: number | undefined;
  idempotencyKey?: string | undefined;
}

export function get<S extends z.ZodType>(path: string, shape: S, query?: Query): Promise<z.output<S>> {
  return ask('GET', path + queryText(query), undefined, shape);
}

export function post<S extends z.ZodType>(path: string, body: unknown, shape: S, options?: WriteOptions) {
  return write('POST', path, body, shape, options);
}

export function patch<S extends z.ZodType>(path: string, body: unknown, shape: S, options?: WriteOptions) {
  return write('PATCH', path, body, shape, options);
}

export function put<S extends z.ZodType>(path: string, body: unknown, shape: S, options?: WriteOptions) {
  return write('PUT', path, body, shape, options);
}

export function del<S extends z.ZodType>(path: string, body: unknown, shape: S, options?: WriteOptions) {
  return write('DELETE', path, body, shape, options);
}

/** Address of something the browser downloads by itself. */
export function downloadAddress(path: string): string {
  return apiBase + path;
}

/** Keys of writes whose outcome is unknown: asked again with the same content, they are the same write. */
const unsettled = new Map<string, string>();

async function write<S extends z.ZodType>(
  method: string,
  path: string,
  body: unknown,
  shape: S,
  options: WriteOptions = {},
): Promise<z.output<S>> {
  const isForm = body instanceof FormData;
  const same = isForm ? null : `${method} ${path} ${String(options.ifMatch)} ${JSON.stringify(body)}`;
  const key = options.idempotencyKey ?? (same && unsettled.get(same)) ?? newKey();
  const headers: Record<string, string> = { 'Idempotency-Key': key };
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  if (!isForm) headers['Content-Type'] = 'application/json';

  try {
    const answer = await ask(
      method,
      path,
      { headers, body: isForm ? body : JSON.stringify(body ?? {}) },
      shape,
    );
    if (same) unsettled.delete(same);
    return answer;
  } catch (error) {
    const outcomeUnknown = error instanceof ApiError && (error.status === 0 || error.status >= 500);
    if (same && outcomeUnknown) unsettled.set(same, key);
    else if (same) unsettled.delete(same);
    throw error;
  }
}

async function ask<S extends z.ZodType>(
  method: string,
  path: string,
  sent: { headers: Record<string, string>; body: string | FormData } | undefined,
  shape: S,
): Promise<z.output<S>> {
  const clinicId = chosenClinic.get();
  const response = await send(path, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(clinicId ? { 'X-Clinic-Id': clinicId } : {}),
      ...(isSomebodyThere() ? {} : { 'X-Idle': '1' }),
      ...sent?.headers,
    },
    ...(sent ? { body: sent.body } : {}),
  });
  const body = await bodyOf(response);
  if (!response.ok) throw refusal(response.status, body, path);
  const read = shape.safeParse(body);
  if (!read.success) throw new ApiError(response.status, 'unreadable-answer', read.error.issues);
  return read.data;
}

async function send(path: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(apiBase + path, request);
    // A proxy answers for a server that is gone, and not in our shapes.
    const isProxy = response.status >= 502 && !response.headers.get('content-type')?.includes('json');
    if (isProxy) connection.set('lost');
    else hearServer();
    return response;
  } catch {
    connection.set('lost');
    throw new ApiError(0, 'network');
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusal(status: number, body: unknown, path: string): ApiError {
  const { code, details } = (body ?? {}) as { code?: unknown; details?: unknown };
  const error = new ApiError(status, typeof code === 'string' ? code : codeOfStatus(status), details);
  // Asking who is signed in, and signing in, are answered with 401 without a session having ended.
  if (status === 401 && path !== '/session' && error.code === 'signed-out') sessionEnded.set(true);
  return error;
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'signed-out';
  if (status === 413) return 'too-large';
  return status >= 500 ? 'fault' : 'unknown';
}

function queryText(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? '' : `?${search}`;
}

/** A random v4 UUID; crypto.randomUUID is missing where the page came by plain http from another host. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
