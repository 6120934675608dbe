import { tmpdir } from 'node:os';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Role } from '#domain/staff/role.ts';
import { buildApp } from '#server/app.ts';
import type { Clock } from '#server/platform/clock.ts';
import { acceptInvitation } from '#server/modules/staff/accept-invitation.ts';
import { inviteStaff } from '#server/modules/staff/invite-staff.ts';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { testDatabase } from './clinic.ts';

export const password = 'a long enough password';

/** The whole HTTP application over the test's database, at a clock the test holds. */
export function anApp(clock: Clock, dataDir = tmpdir()): Promise<FastifyInstance> {
  return buildApp({ database: testDatabase(), clock, dataDir, version: 'test' });
}

export interface Caller {
  staffId: string;
  login: string;
  cookie: string;
}

/** Somebody of that role, invited, joined and signed in. */
export async function aCaller(
  ctx: Context,
  clock: Clock,
  role: Role,
  places: { clinicIds?: string[] } = {},
): Promise<Caller> {
  const { staff, token } = await inviteStaff(ctx, {
    name: `a ${role}`,
    role,
    allClinics: places.clinicIds === undefined,
    clinicIds: places.clinicIds ?? [],
    teamIds: [],
  });
  let cookie = '';
  const exchange = {
    ip: '127.0.0.1',
    startSession: (session: string) => (cookie = `__Host-carecurve=${session}`),
    endSession: () => {},
    upload: () => Promise.reject(new Error('nothing is uploaded here')),
  };
  const login = `${role}-${newId()}`;
  await acceptInvitation(
    { database: ctx.database, clock, dataDir: tmpdir(), exchange },
    { token, login, password },
  );
  return { staffId: staff.id, login, cookie };
}

export interface Sent {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  as?: { cookie: string } | { apiKey: string };
  body?: unknown;
  headers?: Record<string, string>;
  ip?: string;
}

export function send(app: FastifyInstance, url: string, sent: Sent = {}): Promise<LightMyRequestResponse> {
  const who = sent.as;
  return app.inject({
    method: sent.method ?? (sent.body === undefined ? 'GET' : 'POST'),
    url: `/api/v1${url}`,
    headers: {
      ...(who && 'cookie' in who ? { cookie: who.cookie } : {}),
      ...(who && 'apiKey' in who ? { authorization: `Bearer ${who.apiKey}` } : {}),
      ...sent.headers,
    },
    ...(sent.body === undefined ? {} : { payload: sent.body as object }),
    ...(sent.ip ? { remoteAddress: sent.ip } : {}),
  });
}
