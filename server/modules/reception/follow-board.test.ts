import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { BoardNews } from '#domain/reception/contract.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context } from '#server/platform/context.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic } from '#tests/support/clinic.ts';
import { aCaller, anApp } from '#tests/support/http.ts';
import type { Caller } from '#tests/support/http.ts';
import { moveStage } from './move-stage.ts';
import { receiveCustomer } from './receive-customer.ts';

let apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function listening(ctx: Context): Promise<{ app: FastifyInstance; address: string }> {
  const app = await anApp(clockAt(ctx.now));
  apps.push(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` };
}

/** A screen as a browser would hold it: it remembers the last event it had, and what it saw of each visit. */
class Screen {
  lastEventId: string | null = null;
  readonly seen = new Map<string, string>();
  readonly #caller: Caller;
  readonly #clinicId: string;
  #cut = new AbortController();
  #wanted: { visitId: string; stage: string; done: () => void } | null = null;

  constructor(caller: Caller, clinicId: string) {
    this.#caller = caller;
    this.#clinicId = clinicId;
  }

  async connect(address: string): Promise<void> {
    this.#cut = new AbortController();
    const answer = await fetch(`${address}/api/v1/reception/board/news?clinicId=${this.#clinicId}`, {
      headers: {
        cookie: this.#caller.cookie,
        ...(this.lastEventId === null ? {} : { 'last-event-id': this.lastEventId }),
      },
      signal: this.#cut.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    void this.#read(answer.body!).catch(() => {});
  }

  cutOff(): void {
    this.#cut.abort();
  }

  has(visitId: string, stage: string): Promise<void> {
    if (this.seen.get(visitId) === stage) return Promise.resolve();
    return new Promise((done) => (this.#wanted = { visitId, stage, done }));
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.#hear(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  #hear(block: string): void {
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (id === undefined || data === undefined) return;
    this.lastEventId = id;
    for (const card of (JSON.parse(data) as BoardNews).cards) this.seen.set(card.id, card.stage);
    const wanted = this.#wanted;
    if (wanted && this.seen.get(wanted.visitId) === wanted.stage) wanted.done();
  }
}

async function anArrival(ctx: Context, clinicId: string): Promise<string> {
  return (await receiveCustomer(ctx, { customerId: (await aCustomer(ctx)).id, clinicId })).visitId;
}

describe('the screens of a board', () => {
  it('all hear of an arrival, two hundred of them; who was away while the server was restarted misses none', () =>
    inClinic(async (ctx, { clinicId }) => {
      const caller = await aCaller(ctx, clockAt(ctx.now), 'front_desk');
      const first = await listening(ctx);
      const screens = Array.from({ length: 200 }, () => new Screen(caller, clinicId));
      for (const screen of screens) await screen.connect(first.address);

      const one = await anArrival(ctx, clinicId);
      await Promise.all(screens.map((screen) => screen.has(one, 'arrived')));

      await first.app.close();
      const two = await anArrival(ctx, clinicId);
      await moveStage(ctx, { visitId: one, to: 'waiting' });
      const three = await anArrival(ctx, clinicId);
      const second = await listening(ctx);
      for (const screen of screens) await screen.connect(second.address);

      await Promise.all(
        screens.map(async (screen) => {
          await screen.has(one, 'waiting');
          await screen.has(two, 'arrived');
          await screen.has(three, 'arrived');
        }),
      );
      for (const screen of screens) screen.cutOff();
    }));

  it('is told to read the whole board where what came since is not kept, and ends at once for who only asks', () =>
    inClinic(async (ctx, { clinicId }) => {
      const caller = await aCaller(ctx, clockAt(ctx.now), 'front_desk');
      const { app } = await listening(ctx);
      await anArrival(ctx, clinicId);
      const ask = async (after: number) => {
        const answer = await app.inject({
          url: `/api/v1/reception/board/news?clinicId=${clinicId}&once=true&after=${after}`,
          headers: { cookie: caller.cookie },
        });
        return [...answer.body.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1]!) as BoardNews);
      };
      expect(await ask(0)).toMatchObject([{ position: 1, readAnew: false, cards: [{ stage: 'arrived' }] }]);
      expect(await ask(1)).toEqual([]);
      expect(await ask(99)).toMatchObject([{ position: 1, readAnew: true }]);
    }));
});
