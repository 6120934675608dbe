import multipart from '@fastify/multipart';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Database } from '../context.ts';
import { Conflict, Invalid, SignedOut } from '../errors.ts';
import { endedSessionCookie, readSessionCookie, sessionCookieOf } from './cookies.ts';
import type {
  Download,
  Exchange,
  Live,
  LiveContext,
  PublicContext,
  Route,
  SignedInContext,
  TextAnswer,
} from './define-route.ts';
import { handleError } from './error-handler.ts';
import { openApiOf } from './openapi.ts';
import { runRoute } from './run-route.ts';
import { readEventId, sendLive } from './send-live.ts';
import { serializerOf } from './serializer.ts';

/** How the platform learns who asks, without knowing the module that signs people in. */
export interface Gate {
  bySession(token: string, request: GateRequest): Promise<SignedInContext | null>;
  byApiKey(secret: string, request: GateRequest): Promise<SignedInContext | null>;
  /** After a request that was answered, so that an idle session ends and a refused request leaves no trace. */
  wasSeen(ctx: SignedInContext): Promise<void>;
}

export interface GateRequest {
  ip: string;
  clinicId: string | null;
  exchange: Exchange;
}

export interface HttpOptions {
  database: Database;
  clock: Clock;
  dataDir: string;
  publicUrl?: string;
  routes: readonly Route[];
  gate: Gate;
  version: string;
  /** Believe the last X-Forwarded-* a proxy of ours wrote. */
  behindProxy?: boolean;
  tls?: { key: Buffer; cert: Buffer };
  isReady(): Promise<boolean>;
}

export const uploadLimit = 100 * 1024 * 1024;

export async function buildServer(options: HttpOptions): Promise<FastifyInstance> {
  const settings = {
    logger: false,
    trustProxy: options.behindProxy ? 1 : false,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
  } as const;
  // The two kinds of server differ in type only; nothing here depends on which it is.
  const server = (
    options.tls
      ? fastify({ ...settings, https: options.tls } as FastifyServerOptions)
      : fastify(settings as FastifyServerOptions)
  ) as FastifyInstance;
  await server.register(multipart, {
    limits: { fileSize: uploadLimit, files: 1, fields: 20, fieldSize: 10_000 },
  });
  // What providers' servers send.
  server.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string' }, (_, body, done) =>
    done(null, body),
  );
  server.setErrorHandler(handleError);
  server.addHook('onRequest', secureHeaders);
  const document = openApiOf(options.routes, options.version);
  server.get('/api/health', async () => ({ alive: true }));
  server.get('/api/ready', async (_, reply) => {
    const ready = await options.isReady().catch(() => false);
    return reply.status(ready ? 200 : 503).send({ ready });
  });
  server.get('/api/openapi.json', async () => document);
  for (const route of options.routes) {
    if (route.bytesAtMost === undefined) addRoute(server, route, options);
    else await server.register(takingBytes(route, options));
  }
  server.all('/api/*', async (_, reply) => reply.status(404).send({ code: 'not-found' }));
  return server;
}

/** A room of its own, in which no body is read as anything. */
function takingBytes(route: Route, options: HttpOptions) {
  return async (room: FastifyInstance): Promise<void> => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: route.bytesAtMost! },
      (_request, body, done) => done(null, body),
    );
    addRoute(room, route, options);
  };
}

function addRoute(server: FastifyInstance, route: Route, options: HttpOptions): void {
  const stringify = typeof route.gives === 'string' ? null : serializerOf(route.gives);
  server.route({
    method: route.method,
    url: `/api/v1${route.path}`,
    handler: async (request, reply) => {
      if (route.method !== 'GET') refuseForeignOrigin(request);
      const exchange = exchangeOf(request, reply);
      if (route.permission === 'public') {
        const ctx: PublicContext = {
          database: options.database,
          clock: options.clock,
          dataDir: options.dataDir,
          ...(options.publicUrl && { publicUrl: options.publicUrl }),
          exchange,
        };
        const does = route.does as (ctx: PublicContext, input: object) => Promise<unknown>;
        const given = await does(ctx, readInput(route, request));
        return stringify
          ? sendJson(reply, stringify(given))
          : sendText(request, reply, given as string | TextAnswer);
      }
      const ctx = await whoAsks(request, exchange, options.gate);
      if (route.gives === 'events') {
        const lastEventId = readEventId(request.headers['last-event-id']);
        const live: LiveContext = { ...ctx, clock: options.clock, lastEventId };
        const { answer } = await runRoute(route, live, () => readInput(route, request), undefined);
        return sendLive(reply, answer as Live);
      }
      const { answer, replayed } = await runRoute(
        route,
        ctx,
        () => readInput(route, request),
        request.headers['idempotency-key'] as string | undefined,
      );
      // A page that refreshes itself before an empty chair keeps nobody signed in.
      if (request.headers['x-idle'] === undefined) await options.gate.wasSeen(ctx);
      if (!stringify) return sendDownload(reply, answer as Download);
      if (replayed) reply.header('idempotent-replay', 'true');
      const version = (answer as { version?: unknown }).version;
      if (typeof version === 'number') reply.header('etag', `"${version}"`);
      return sendJson(reply, stringify(answer));
    },
  });
}

async function whoAsks(request: FastifyRequest, exchange: Exchange, gate: Gate): Promise<SignedInContext> {
  const clinicId = request.headers['x-clinic-id'];
  const asked: GateRequest = {
    ip: request.ip,
    clinicId: typeof clinicId === 'string' ? clinicId : null,
    exchange,
  };
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = readSessionCookie(request.headers.cookie);
  const ctx = bearer ? await gate.byApiKey(bearer, asked) : token ? await gate.bySession(token, asked) : null;
  if (!ctx) throw new SignedOut();
  return ctx;
}

/** Params, query and body as the route's shapes read them, in one value; unknown names are refused. */
function readInput(route: Route, request: FastifyRequest): object {
  return {
    ...route.params?.parse(request.params),
    ...(route.query ? route.query.parse(request.query) : refuseUnknown(request.query)),
    ...(route.body && !route.multipart ? (route.body.parse(request.body ?? {}) as object) : {}),
    ...(route.ifMatch ? { version: versionOf(request.headers['if-match']) } : {}),
  };
}

function refuseUnknown(query: unknown): object {
  const names = Object.keys((query ?? {}) as object);
  if (names.length > 0) throw new Invalid({ path: names[0]!, code: 'unrecognized_keys' });
  return {};
}

function versionOf(header: string | undefined): number {
  if (header === undefined) throw new Conflict('version-required');
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header);
  if (!match) throw new Invalid({ path: 'If-Match', code: 'not-a-version' });
  return Number(match[1]);
}

/** A page of another site cannot write here: browsers say where a request comes from, scripts with a key have no cookie. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Conflict('foreign-origin');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  if (origin !== `${request.protocol}://${request.host}`) throw new Conflict('foreign-origin');
}

function exchangeOf(request: FastifyRequest, reply: FastifyReply): Exchange {
  return {
    ip: request.ip,
    startSession: (token) => void reply.header('set-cookie', sessionCookieOf(token)),
    endSession: () => void reply.header('set-cookie', endedSessionCookie),
    raw: () => ({
      query: request.query as Record<string, string>,
      headers: request.headers,
      body: request.body,
    }),
    async upload() {
      if (!request.isMultipart()) throw new Invalid({ path: 'file', code: 'missing' });
      const part = await request.file();
      if (!part) throw new Invalid({ path: 'file', code: 'missing' });
      const fields: Record<string, string> = {};
      for (const [name, value] of Object.entries(part.fields)) {
        const field = Array.isArray(value) ? value[0] : value;
        if (field?.type === 'field') fields[name] = String(field.value);
      }
      return { fileName: part.filename, stream: part.file, fields };
    },
  };
}

function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(text);
}

function sendText(request: FastifyRequest, reply: FastifyReply, answer: string | TextAnswer): FastifyReply {
  if (typeof answer === 'string')
    return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(answer);
  const { contentType, text, etag } = answer;
  reply.headers({ 'cache-control': 'private, no-cache', etag });
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) return reply.status(304).send();
  return reply.type(contentType).send(text);
}

async function sendDownload(reply: FastifyReply, download: Download): Promise<FastifyReply> {
  const { Readable } = await import('node:stream');
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(download.fileName)}`)
    .type(download.contentType)
    .send(Readable.from(download.body));
}

function secureHeaders(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
      "connect-src 'self'; worker-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(request.protocol === 'https' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  });
  done();
}
