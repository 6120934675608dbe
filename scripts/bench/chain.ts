import { tmpdir } from 'node:os';
import pg from 'pg';
import { permissionsOf } from '#domain/staff/permissions.ts';
import { heardAtOnce } from '#server/reactions.ts';
import { settle } from '#server/settle.ts';
import { addStaffInBulk } from '#server/modules/staff/add-staff-in-bulk.ts';
import { openOrganization } from '#server/modules/staff/open-organization.ts';
import { hashPassword } from '#server/modules/staff/passwords.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context, Database } from '#server/platform/context.ts';
import { applicationUrl, migrate, readMigrations } from '#server/platform/database/migrate.ts';
import { openDatabase } from '#server/platform/database/pool.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { fillCustomers } from './fill-customers.ts';
import { fillFollowups } from './fill-followups.ts';
import { login, now, password } from './setting.ts';
import type { Place, Size } from './setting.ts';

/** One chain of clinics in a database of its own. */
export interface Chain extends Place {
  size: Size;
  /** As the application reaches it: with a role that owns nothing, under row-level security. */
  appUrl: string;
  database: Database;
  /** Past all rules, for filling and for the bare queries. */
  owner: pg.Client;
  close(): Promise<void>;
}

/** The chain of that size on this server: one that an earlier run left there, or one filled now. */
export async function openChain(serverUrl: string, size: Size, say: (line: string) => void): Promise<Chain> {
  const name = await nameOf(size);
  await ask(serverUrl, async (server) => {
    if ((await server.query('select from pg_database where datname = $1', [name])).rowCount === 1) return;
    const unfinished = `${name}_unfinished`;
    await server.query(`drop database if exists ${unfinished} with (force)`);
    await server.query(`create database ${unfinished}`);
    await fill(urlOf(serverUrl, unfinished), size, say);
    await server.query(`alter database ${unfinished} rename to ${name}`);
  });
  const ownerUrl = urlOf(serverUrl, name);
  const appUrl = await applicationUrl(ownerUrl);
  const database = openDatabase(appUrl, { heardAtOnce });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ orgId: string; clinicId: string; agentId: string }>(
    `select s.org_id as "orgId", c.clinic_id as "clinicId", s.id as "agentId"
     from accounts a join staff s on s.id = a.staff_id join staff_clinics c on c.staff_id = s.id where a.login = $1`,
    [login],
  );
  const close = async () => {
    await owner.end();
    await database.close();
  };
  return { size, appUrl, database, owner, ...rows[0]!, close };
}

/** As a request of the measured agent comes in. */
export function contextOfAgent({ database, orgId, clinicId, agentId }: Chain): Context {
  return {
    database,
    orgId,
    actor: {
      kind: 'staff',
      id: agentId,
      role: 'cs_agent',
      treats: false,
      permissions: permissionsOf.cs_agent,
      clinicIds: [clinicId],
      teamIds: [],
    },
    clinicId: null,
    zone: 'Asia/Shanghai',
    now,
    realNow: now,
    ip: null,
    publicUrl: 'https://care.example',
  };
}

export async function dropChain(serverUrl: string, size: Size): Promise<void> {
  const name = await nameOf(size);
  await ask(serverUrl, (server) => server.query(`drop database if exists ${name} with (force)`));
}

/** By the schema too, so that one with an older schema is not taken for it. */
async function nameOf({ customers, followups }: Size): Promise<string> {
  return `carecurve_bench_${(await readMigrations()).length}_${customers}_${followups}`;
}

async function fill(ownerUrl: string, size: Size, say: (line: string) => void): Promise<void> {
  await migrate(ownerUrl);
  const database = openDatabase(await applicationUrl(ownerUrl), { heardAtOnce });
  const house = { database, clock: clockAt(now), dataDir: tmpdir() };
  const { ctx, clinicId } = await openOrganization(
    house,
    {
      organization: 'A measured chain',
      clinic: 'The measured clinic',
      timezone: 'Asia/Shanghai',
      name: 'Owner',
      login: 'owner',
      password,
    },
    { onlyFirst: true },
  );
  const agent = {
    id: newId(),
    name: 'Agent',
    role: 'cs_agent',
    login,
    allClinics: false,
    clinicIds: [clinicId!],
    teamIds: [],
  } as const;
  const passwordHash = await hashPassword(password);
  await inTransaction(ctx, (ctx) => addStaffInBulk(ctx, [agent], passwordHash));
  // The standard protocols are published by the first event.
  await settle(house, ctx.orgId);
  await database.close();
  await ask(ownerUrl, async (owner) => {
    // A load that can be thrown away: no waiting for the disk, and foreign keys that hold by construction.
    await owner.query(`set synchronous_commit = off; set session_replication_role = replica;
      set maintenance_work_mem = '256MB'; set work_mem = '256MB'`);
    const place = { orgId: ctx.orgId, clinicId: clinicId!, agentId: agent.id };
    await timed(`${size.customers} customers`, say, () => fillCustomers(owner, place, size.customers));
    await timed(`${size.followups} followups`, say, () => fillFollowups(owner, place, size));
    await owner.query('vacuum (analyze)');
  });
}

async function timed(what: string, say: (line: string) => void, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work();
  say(`filled in ${what} in ${Math.round((performance.now() - began) / 1000)} s`);
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function ask(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
