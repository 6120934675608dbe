import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectCalm } from './support/a-browser.ts';
import { ask, aStory, theClinic } from './support/a-story.ts';

const { owner } = aStory('speaks-chinese');

beforeAll(async () => {
  const clinicId = await theClinic(owner);
  for (const [index, name] of ['周小雨', '吴倩', '郑爽'].entries()) {
    const came = { name, clinicId, channelSource: '朋友介绍', phone: `1380000${1000 + index}` };
    const { id: customerId } = await ask<{ id: string }>(owner, '/customers', came);
    const visit = { customerId, clinicId, chiefComplaint: '牙疼' };
    const { id } = await ask<{ id: string }>(owner, '/visits', visit);
    if (index > 0) await ask(owner, `/visits/${id}/close`, {}, { version: 1 });
  }
});

const spoken = ['aria-label', 'title', 'alt', 'placeholder', 'aria-roledescription', 'aria-valuetext'];

/** What a screen reader would say in English: parts named with Latin letters and no Chinese. */
async function englishNames(page: Page): Promise<string[]> {
  const parts = page.locator(spoken.map((name) => `body [${name}]`).join());
  const names = await parts.evaluateAll(
    (all, spoken) =>
      all
        .filter((part) => !part.closest('[aria-hidden="true"]'))
        .flatMap((part) => spoken.map((name) => part.getAttribute(name) ?? '')),
    spoken,
  );
  // A bare id, as in the audit, is the same in every language.
  return names.filter(
    (name) => /[a-z]{3,}/i.test(name) && !/\p{Script=Han}/u.test(name) && !/^[0-9a-f-]{36}$/.test(name),
  );
}

/** Buttons a screen reader has nothing to say about. */
async function namelessButtons(page: Page): Promise<string[]> {
  const buttons = page.locator('body').locator('button, a[href], [role="button"]');
  return buttons.evaluateAll((all) =>
    all
      .filter((part) => part.tabIndex >= 0 && part.checkVisibility({ visibilityProperty: true }))
      .filter((part) => {
        const said = [part, ...part.querySelectorAll('[aria-label], [title], [alt]')].flatMap((one) =>
          ['aria-label', 'aria-labelledby', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
        );
        const hasLabel = (part.labels?.length ?? 0) > 0;
        return !hasLabel && !`${said.join('')}${part.textContent}`.trim();
      })
      .map((part) => part.outerHTML.slice(0, 200)),
  );
}

async function isHeardInChinese(page: Page, where: string): Promise<void> {
  expect({ where, english: await englishNames(page), nameless: await namelessButtons(page) }).toEqual({
    ...{ where, english: [], nameless: [] },
  });
}

describe('who hears the page instead of seeing it', () => {
  it('hears Chinese on every page of the menu', async () => {
    const { page } = owner;
    await page.goto('/');
    const links = page.getByRole('navigation').locator('a[href^="/"]');
    await links.first().waitFor();
    const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    expect(places.length).toBeGreaterThan(40);
    for (const place of places) {
      await page.getByRole('navigation').locator(`a[href="${place}"]`).click();
      await page.waitForURL(({ pathname }) => pathname === place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('正在加载').first().waitFor({ state: 'hidden' });
      await isHeardInChinese(page, place);
    }
    expectCalm(owner);
  });

  it('hears how a choice is taken back, and how a drawer is closed', async () => {
    const { page } = owner;
    await page.goto('/staff?role=owner');
    await page.getByRole('button', { name: '清除' }).first().waitFor();
    await isHeardInChinese(page, 'a chosen filter');
    await page.goto('/customers');
    await page.getByRole('button', { name: '新建客户' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    await isHeardInChinese(page, 'the drawer of a new customer');
  });
});
