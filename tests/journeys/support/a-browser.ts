import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

const output = 'test-output/screenshots';

export async function aBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CARECURVE_BROWSER'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What the page should never do: errors in the console, requests to another host. */
  complaints: string[];
}

/**
 * Somebody at a screen of their own, in Chinese, in a zone that is not the clinic's. They asked for less motion: a dialog
 * that still grows is pressed in one place and let go in another by who is as quick as a program.
 */
export async function aVisitor(
  browser: Browser,
  address: string,
  size = { width: 1440, height: 900 },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  // A request that was refused is told to the person by the page; the browser's own line about it is no fault.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== address)
      complaints.push(`asked another host: ${request.url()}`);
  });
  return { page, context, complaints };
}

/** The same page as the desk sees it and as a phone does. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(output, { recursive: true });
  const before = page.viewportSize()!;
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${output}/${name}-${size.width}.png`, animations: 'disabled' });
  }
  await page.setViewportSize(before);
}

export function expectCalm(visitor: Visitor): void {
  expect(visitor.complaints).toEqual([]);
}
