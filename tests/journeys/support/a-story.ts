import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { aBrowser, aVisitor, photograph } from './a-browser.ts';
import type { Visitor } from './a-browser.ts';
import { aHouse } from './a-house.ts';
import type { AHouse } from './a-house.ts';

export const password = '一个足够长的密码 2026';
export const aDesk = { width: 1440, height: 900 };
export const aPhone = { width: 390, height: 844 };

type Screens<Name extends string> = Record<Name, { width: number; height: number }>;

interface Setting {
  /** Where the trial clock begins; null lives in the hour it is. */
  clock?: string | null;
  /** A story that begins on an empty machine opens the house itself. */
  isOpened?: boolean;
}

export type Story<Name extends string> = Record<Name | 'owner', Visitor> & {
  house: AHouse;
  /** Another screen, for as long as the story. */
  visits(): Promise<Visitor>;
};

/**
 * The whole program with the owner of 晴川口腔 signed in, and a screen for everybody named. All of it is there from
 * the first step on, is photographed where a step fails, and is gone when the story ends.
 */
export function aStory<Name extends string = never>(
  title: string,
  screens: Screens<Name> = {} as Screens<Name>,
  { clock = '2026-03-12T09:00', isOpened = true }: Setting = {},
): Story<Name> {
  const sizes: Record<string, Screens<string>[string]> = { owner: aDesk, ...screens };
  // Filled when the story begins, so that a file can name its people at the top.
  const visitors = Object.fromEntries(Object.keys(sizes).map((name) => [name, {} as Visitor]));
  const house = {} as AHouse;
  const endings: (() => Promise<void>)[] = [];
  let visits = (): Promise<Visitor> => Promise.reject(new Error('the story has not begun'));

  beforeAll(async () => {
    const options = clock === null ? [] : ['--trial-clock', clock];
    const [opened, browser] = await Promise.all([
      aHouse(...options).then((opened) => (endings.push(() => opened.close()), opened)),
      aBrowser().then((browser) => (endings.push(() => browser.close()), browser)),
    ]);
    Object.assign(house, opened);
    visits = () => aVisitor(browser, house.address);
    for (const [name, size] of Object.entries(sizes))
      Object.assign(visitors[name]!, await aVisitor(browser, house.address, size));
    if (isOpened) await opens(visitors['owner']!);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const attempt = task.result.retryCount ?? 0;
    for (const [name, { page }] of Object.entries(visitors))
      await photograph(page, `failed-${title}-${name}-${attempt}`);
  });

  afterAll(async () => {
    for (const end of endings.reverse()) await end();
  });

  return { ...(visitors as Record<Name | 'owner', Visitor>), house, visits: () => visits() };
}

async function opens(owner: Visitor): Promise<void> {
  const names = { organization: '晴川口腔', clinic: '江滨门诊', name: '王敏', login: 'wangmin' };
  await ask(owner, '/organizations', { ...names, password });
}

interface Asking {
  method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** The version the asker has seen. */
  version?: number;
}

/** What a screen of another story would ask of the server, as who is signed in there. */
export async function ask<T>(
  { context }: Visitor,
  path: string,
  body?: object,
  { method = 'POST', version }: Asking = {},
): Promise<T> {
  const answer = await context.request.fetch(`/api/v1${path}`, {
    method: body ? method : 'GET',
    headers: {
      ...(body && { 'idempotency-key': crypto.randomUUID() }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body && { data: body }),
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Somebody is invited by the owner, joins, and sees what there is to do; gives their id. */
export async function joins(
  owner: Visitor,
  visitor: Visitor,
  { name, role, login }: { name: string; role: string; login: string },
): Promise<string> {
  const invited = { name, role, allClinics: true, clinicIds: [], teamIds: [] };
  const { staff, token } = await ask<{ staff: { id: string }; token: string }>(owner, '/staff', invited);
  await ask(visitor, '/invitations/accept', { token, login, password });
  await visitor.page.goto('/');
  return staff.id;
}

/** The one clinic the house was opened with. */
export async function theClinic(owner: Visitor): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>(owner, '/clinics');
  return items[0]!.id;
}

export async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
}

/** Says by a key how a call went; a key is heard once the sheet has drawn itself. */
export async function chooseByKey(page: Page, key: string, result: string): Promise<void> {
  const radio = page.getByRole('radio', { name: new RegExp(result) });
  await expect
    .poll(
      async () => {
        if ((await radio.getAttribute('aria-checked')) !== 'true') await page.keyboard.press(key);
        return radio.getAttribute('aria-checked');
      },
      { timeout: 60_000 },
    )
    .toBe('true');
}
