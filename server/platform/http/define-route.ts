import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { PrivacyClass } from '#domain/privacy/columns.ts';
import type { Permission } from '#domain/staff/permissions.ts';
import type { Clock } from '../clock.ts';
import type { Context, Database } from '../context.ts';

/** Whose things a route can touch at most. */
export type Scope = 'none' | 'own' | 'clinic' | 'organization';

/** What a route may do to the answer beside its body. */
export interface Exchange {
  startSession(token: string): void;
  endSession(): void;
  /** The caller's address; behind a proxy the one it vouches for. */
  ip: string;
  /** The uploaded file and the fields beside it, of a multipart request. */
  upload(): Promise<{ fileName: string; stream: Readable; fields: Record<string, string> }>;
  /** The request as it came, for a caller that speaks no shape of ours. */
  raw?(): {
    query: Record<string, string>;
    headers: Record<string, string | string[] | undefined>;
    body: unknown;
  };
}

/** Who asks is not known: a page that is open to everybody. */
export interface PublicContext {
  database: Database;
  clock: Clock;
  dataDir: string;
  publicUrl?: string;
  exchange: Exchange;
}

export type SignedInContext = Context & { exchange: Exchange; dataDir: string };

export interface Download {
  fileName: string;
  contentType: string;
  body: AsyncIterable<string | Uint8Array>;
}

/** One piece of news on a stream; a caller that was cut off names the id of the last it had. */
export interface LiveEvent {
  id: number;
  kind: string;
  data: unknown;
}

/** News as it comes: `follow` begins to send and gives back how to stop. */
export interface Live {
  follow(send: (event: LiveEvent) => void, end: () => void): () => void;
}

/** For what goes on after the request: the clock, and the last piece of news the caller had. */
export type LiveContext = SignedInContext & { clock: Clock; lastEventId: number | null };

/** An answer in a shape that is not ours, which its reader may have already. */
export interface TextAnswer {
  contentType: string;
  text: string;
  etag: string;
}

interface Shared {
  path: `/${string}`;
  /** Classes of data its answer shows. */
  shows: readonly PrivacyClass[];
  scope: Scope;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /**
   * `text` is an answer in the caller's own words, as a provider's server wants to hear it; `events` is a stream of
   * server-sent events that can be read on where it broke off.
   */
  gives: z.ZodType | 'download' | 'text' | 'events';
  /** The caller must say which version it edits. */
  ifMatch?: boolean;
  /** The answer holds a secret: it is given once and never stored for a repeat. */
  once?: boolean;
  /**
   * The verb begins with a question to the database and reaches for nothing outside of its transaction: its key is
   * claimed in one round trip with that question, which fails where the key is taken.
   */
  asksFirst?: boolean;
  multipart?: boolean;
  /** The body is taken as the bytes it came in, so many at most, because it is signed as such. */
  bytesAtMost?: number;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Route = Shared & { method: Method } & (
    | { permission: Permission | 'signed-in'; does: (ctx: SignedInContext, input: never) => Promise<unknown> }
    | { permission: 'public'; does: (ctx: PublicContext, input: never) => Promise<unknown> }
  );

type Out<T> = T extends z.ZodType ? z.output<T> : object;
type Shape = z.ZodObject | undefined;
type Given<P, Q, B, V> = Out<P> & Out<Q> & Out<B> & (V extends true ? { version: number } : object);
type Answer<G> = G extends z.ZodType
  ? z.input<G>
  : G extends 'text'
    ? string | TextAnswer
    : G extends 'events'
      ? Live
      : Download;

type Typed<P, Q, B, G, V> = Omit<Shared, 'params' | 'query' | 'body' | 'gives' | 'ifMatch'> & {
  params?: P;
  query?: Q;
  body?: B;
  gives: G;
  ifMatch?: V;
};

interface Door {
  <
    G extends z.ZodType | 'text',
    P extends Shape = undefined,
    Q extends Shape = undefined,
    B extends z.ZodType | undefined = undefined,
  >(
    route: Typed<P, Q, B, G, false> & {
      permission: 'public';
      does: (ctx: PublicContext, input: Given<P, Q, B, false>) => Promise<Answer<G>>;
    },
  ): Route;
  <
    G extends z.ZodType | 'download' | 'events',
    P extends Shape = undefined,
    Q extends Shape = undefined,
    B extends z.ZodType | undefined = undefined,
    V extends boolean = false,
  >(
    route: Typed<P, Q, B, G, V> & {
      permission: Permission | 'signed-in';
      does: (
        ctx: G extends 'events' ? LiveContext : SignedInContext,
        input: Given<P, Q, B, V>,
      ) => Promise<Answer<G>>;
    },
  ): Route;
}

/**
 * One door of the house: where, who may, what it takes and gives, and the verb behind it. A route without a
 * permission does not compile, and one outside the registry does not exist.
 */
function door(method: Method): Door {
  return (route: object): Route => ({ ...route, method }) as Route;
}

export const get = door('GET');
export const post = door('POST');
export const put = door('PUT');
export const patch = door('PATCH');
export const del = door('DELETE');

export const Nothing = z.object({});
export const EmptyBody = z.strictObject({});
