import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { DomainEvent, EventOf } from '#domain/events.ts';
import type { Permission } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/role.ts';
import type { Tables } from './database/tables.ts';

export interface Actor {
  kind: 'staff' | 'api-key' | 'system';
  /** The staff member, the key, or nobody for the system itself. */
  id: string | null;
  role: Role | null;
  /** Whether their word is a doctor's. */
  treats: boolean;
  permissions: readonly Permission[];
  /** The clinics whose customers this actor may see. */
  clinicIds: readonly string[] | 'all';
  teamIds: readonly string[];
}

/** Connections of the application's role to one database. */
export interface Database {
  pool: pg.Pool;
  heardAtOnce: HeardAtOnce;
  /** Called after a commit that announced something, so that nobody waits for the next poll. */
  onAnnounced?: (orgId: string) => void;
  /** Called when a trial's clock was moved. */
  onClockMoved?: () => void;
  close(): Promise<void>;
}

/** What stands from the moment the fact does: heard in the transaction that announces it, right before its commit. */
export type HeardAtOnce = {
  [T in DomainEvent['type']]?: (ctx: TransactionContext, event: EventOf<T>) => Promise<void>;
};

/** Who asks, for which organization and clinic, when, and through which connection. */
export interface Context {
  database: Database;
  orgId: string;
  actor: Actor;
  /** The clinic chosen on the screen; null is all that the actor may see. */
  clinicId: string | null;
  /** The zone of that clinic, or of the organization. */
  zone: TimeZone;
  /** The time of the business, which may be a trial's. */
  now: Instant;
  /** The time of the machine: for sign-ins, locks and leases only. */
  realNow: Instant;
  ip: string | null;
  /** Where customers find us, as it stands before the path of every link that is sent. */
  publicUrl: string;
}

/** A context inside a transaction: only here is there a database to ask. */
export interface TransactionContext extends Context {
  db: Kysely<Tables>;
  client: pg.PoolClient;
  afterCommit(act: () => void | Promise<void>): void;
  /** When all else of the transaction is written. */
  beforeCommit(act: (ctx: TransactionContext) => Promise<void>): void;
  /** What is written and gives nothing back: the work goes on meanwhile, and the transaction waits before it commits. */
  alongside(writing: Promise<unknown>): void;
}

export function isInTransaction(ctx: Context): ctx is TransactionContext {
  return 'db' in ctx;
}

/** The system acting on its own, as in a reaction or a clock's job. */
export const system: Actor = {
  kind: 'system',
  id: null,
  role: null,
  treats: false,
  permissions: [],
  clinicIds: 'all',
  teamIds: [],
};
