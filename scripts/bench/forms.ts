import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { askForm } from '#server/modules/forms/ask-form.ts';
import { newId } from '#server/platform/ids.ts';
import { contextOfAgent } from './chain.ts';
import type { Chain } from './chain.ts';
import { request } from './http-client.ts';
import type { Result } from './measure.ts';
import { serve } from './serve.ts';
import type { Served } from './serve.ts';

const perSecond = 100;
const survey = {
  code: 'satisfaction',
  source: 'link',
  visitId: null,
  followupId: null,
  send: false,
} as const;

/**
 * The customer's page on a weak telephone, and a minute in which a hundred customers a second send their rating while
 * a colleague works: the list of today then, against the same list in the quiet before.
 */
export async function measureForms(chain: Chain, seconds = 60): Promise<Result[]> {
  const links = await linksOf(chain, seconds * perSecond + 1);
  const served = await serve(chain, { withWorker: true });
  try {
    const page = await firstPaint(served, links.pop()!);
    const quiet = await pageTimes(served, 15);
    const storm = rate(served, links, seconds);
    const busy = await pageTimes(served, seconds);
    const { took, failed } = await storm;
    if (failed > 0) throw new Error(`${failed} ratings were refused`);
    return [
      ...page,
      { what: `ratings sent by links, for ${seconds} s`, ours: links.length / took, unit: '/s', wanted: 95 },
      {
        what: 'list of today meanwhile : in the quiet',
        ours: median(busy),
        bare: median(quiet),
        unit: 'ms',
        wanted: 1.5,
      },
    ];
  } finally {
    await served.stop();
  }
}

async function linksOf(chain: Chain, count: number): Promise<string[]> {
  const ctx = contextOfAgent(chain);
  const { rows } = await chain.owner.query<{ id: string }>(
    `select id from customers where org_id = $1 and clinic_id = $2 order by id limit $3`,
    [chain.orgId, chain.clinicId, count],
  );
  const links: string[] = [];
  while (links.length < count) {
    const some = rows.slice(links.length, links.length + 8);
    if (some.length === 0) throw new Error('the chain has too few customers');
    const asked = await Promise.all(some.map(({ id }) => askForm(ctx, { ...survey, id })));
    links.push(...asked.map(({ link }) => link!.path));
  }
  return links;
}

/** Each at its moment, whether those before are answered or not. */
async function rate({ ours }: Served, links: readonly string[], seconds: number) {
  const began = performance.now();
  let failed = 0;
  const sent = links.slice(0, seconds * perSecond).map(async (path, place) => {
    await pause((place * 1000) / perSecond);
    const body = { token: path.slice('/c/'.length), values: { overall: 7 + (place % 4) }, sendId: newId() };
    await request(`${ours}/form-links/answer`, { body }).catch(() => (failed += 1));
  });
  await Promise.all(sent);
  return { took: (performance.now() - began) / 1000, failed };
}

const colleague = new Agent({ keepAlive: true, maxSockets: 1 });

/** How long the list takes that a colleague works by, asked for five times a second. */
async function pageTimes({ ours, headers }: Served, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const began = performance.now();
    await request(`${ours}/followups/today?scope=mine&pageSize=50`, { headers, by: colleague });
    times.push(performance.now() - began);
    await pause(Math.max(0, 200 - (performance.now() - began)));
  }
  return times;
}

/** What comes over the air, and when something is to be seen, by the median of a few who open it for the first time. */
async function firstPaint({ pages }: Served, path: string): Promise<Result[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CARECURVE_BROWSER'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const views: View[] = [];
    while (views.length < 5) views.push(await openOnce(browser, pages + path));
    const middle = (of: keyof View) => median(views.map((view) => view[of]));
    return [
      { what: 'customer’s page, all that is sent', ours: middle('kilobytes'), unit: 'kB', wanted: 60 },
      {
        what: 'its first paint, CPU ÷ 6, 1.6 Mbit/s, 150 ms',
        ours: middle('painted'),
        unit: 'ms',
        wanted: 1_000,
      },
      { what: 'its first question can be answered', ours: middle('usable'), unit: 'ms', wanted: 2_000 },
    ];
  } finally {
    await browser.close();
  }
}

interface View {
  kilobytes: number;
  /** In milliseconds after the tap. */
  painted: number;
  usable: number;
}

/** A processor six times slower, a slow third-generation network, and nothing kept from before. */
async function openOnce(browser: Browser, address: string): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 }, locale: 'zh-CN' });
  const page = await context.newPage();
  // Told by the page itself: what the browser's driver takes to look is nobody's waiting.
  await page.addInitScript({ content: noteFirstQuestion });
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await wire.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 },
  });
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const answer = await page.goto(address);
  if (answer?.status() !== 200) throw new Error('the pages are not built: npm run build');
  await page.getByRole('heading').or(page.getByRole('button')).first().waitFor();
  const [usable, painted] = await page.evaluate(() =>
    ['first-question', 'first-contentful-paint'].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime ?? Infinity,
    ),
  );
  await context.close();
  return { kilobytes: bytes / 1024, painted: painted!, usable: usable! };
}

/** Runs in the page, which has what this process has not: a document. */
const noteFirstQuestion = `new MutationObserver((_, seen) => {
  if (!document.querySelector('h1, h2, button')) return;
  performance.mark('first-question');
  seen.disconnect();
}).observe(document, { childList: true, subtree: true })`;

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;
}
