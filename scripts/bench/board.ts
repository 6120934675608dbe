import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { BoardNews } from '#domain/reception/contract.ts';
import { permissionsOf } from '#domain/staff/permissions.ts';
import { receiveCustomer } from '#server/modules/reception/receive-customer.ts';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { contextOfAgent } from './chain.ts';
import type { Chain } from './chain.ts';
import { request } from './http-client.ts';
import type { Result } from './measure.ts';
import { serve } from './serve.ts';
import type { Served } from './serve.ts';
import { now } from './setting.ts';

const screenCount = 200;
const arrivalCount = 60;
const patienceMs = 30_000;

/**
 * Two hundred screens of one clinic's board: how long it takes until the last of them shows who arrived, and how many
 * miss an arrival that is recorded while the server is killed and started anew.
 */
export async function measureBoard(chain: Chain): Promise<Result[]> {
  const customers = await whoIsNotHere(chain, arrivalCount + 1);
  const clinicId = await aClinicOfItsOwn(chain);
  let served = await serve(chain, { as: 'owner', withWorker: true });
  const screens = Array.from({ length: screenCount }, () => new Screen(served, clinicId));
  try {
    await until(() => screens.every(({ isConnected }) => isConnected));
    let slowest = 0;
    for (const customerId of customers.slice(1)) slowest = Math.max(slowest, await arrive(customerId));

    const { port } = new URL(served.ours);
    await served.kill();
    const { visitId } = await receiveCustomer(atTheDesk(chain), {
      customerId: customers[0]!,
      clinicId,
      channelSource: '转介绍',
    });
    served = await serve(chain, { as: 'owner', withWorker: true, port: Number(port) });
    await until(() => screens.every((screen) => screen.shows(visitId)));
    const missing = screens.filter((screen) => !screen.shows(visitId)).length;
    return [
      {
        what: `an arrival is on the last of ${screenCount} screens`,
        ours: slowest,
        unit: 'ms',
        wanted: 1_000,
      },
      { what: 'screens that miss one over a restart', ours: missing, unit: 'screens', wanted: 0 },
    ];
  } finally {
    for (const screen of screens) screen.close();
    await served.stop();
  }

  async function arrive(customerId: string): Promise<number> {
    const began = performance.now();
    const { text } = await request(`${served.ours}/reception/arrivals`, {
      headers: served.headers,
      body: { customerId, clinicId, channelSource: '转介绍' },
    });
    const { visitId } = JSON.parse(text) as { visitId: string };
    await until(() => screens.every((screen) => screen.shows(visitId)));
    return Math.max(...screens.map((screen) => screen.shownAt(visitId))) - began;
  }
}

/** On the others' boards stand the visits of other measurements. */
async function aClinicOfItsOwn({ owner, orgId }: Chain): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into clinics (org_id, id, name, timezone, created_at) values ($1, $2, 'The clinic with the screens', 'Asia/Shanghai', $3)`,
    [orgId, id, now],
  );
  return id;
}

async function whoIsNotHere({ owner, orgId, clinicId }: Chain, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from customers c where org_id = $1 and clinic_id = $2
       and not exists (select from visits v where v.org_id = $1 and v.customer_id = c.id and v.state = 'open')
     order by id limit $3`,
    [orgId, clinicId, count],
  );
  return rows.map(({ id }) => id);
}

/** As another desk would record it while this server is down. */
function atTheDesk(chain: Chain): Context {
  const ctx = contextOfAgent(chain);
  return { ...ctx, actor: { ...ctx.actor, permissions: permissionsOf.front_desk, clinicIds: 'all' } };
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isSo() && performance.now() < deadline) await pause(2);
}

/** A screen as a browser holds it: cut off, it asks again after a second, and names the last it had. */
class Screen {
  isConnected = false;
  readonly #address: string;
  readonly #headers: Record<string, string>;
  readonly #seen = new Map<string, number>();
  #lastEventId: string | undefined;
  #hasClosed = false;
  #request: http.ClientRequest | undefined;

  constructor({ ours, headers }: Served, clinicId: string) {
    this.#address = `${ours}/reception/board/news?clinicId=${clinicId}`;
    this.#headers = headers;
    this.#connect();
  }

  shows(visitId: string): boolean {
    return this.#seen.has(visitId);
  }

  shownAt(visitId: string): number {
    return this.#seen.get(visitId) ?? Infinity;
  }

  close(): void {
    this.#hasClosed = true;
    this.#request?.destroy();
  }

  #connect(): void {
    const headers = {
      ...this.#headers,
      ...(this.#lastEventId === undefined ? {} : { 'last-event-id': this.#lastEventId }),
    };
    const asked = http.get(this.#address, { agent: false, headers }, (answer) => {
      this.isConnected = true;
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        const blocks = (text + part).split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) this.#hear(block);
      });
      answer.on('error', () => {});
      answer.on('close', () => this.#comeBack());
    });
    asked.on('error', () => this.#comeBack());
    this.#request = asked;
  }

  #comeBack(): void {
    if (this.#hasClosed || !this.#request) return;
    this.#request = undefined;
    this.isConnected = false;
    setTimeout(() => this.#hasClosed || this.#connect(), 1_000);
  }

  #hear(block: string): void {
    const id = /^id: (\d+)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (id === undefined || data === undefined) return;
    this.#lastEventId = id;
    const now = performance.now();
    for (const card of BoardNews.parse(JSON.parse(data)).cards)
      if (!this.#seen.has(card.id)) this.#seen.set(card.id, now);
  }
}
