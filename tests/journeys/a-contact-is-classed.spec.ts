import { beforeAll, describe, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aDesk, ask, aStory, joins } from './support/a-story.ts';

const { owner: supervisor, desk } = aStory('class', { desk: aDesk });

beforeAll(async () => {
  await joins(supervisor, desk, { name: '李雪', role: 'front_desk', login: 'lixue' });
});

const classOf = (page: Page) => page.locator('.customer-head').getByText(/^[MC]-[A-Z]/);

describe('a contact of the desk is classed, and the class is judged', () => {
  it('takes one key in a new record, one on the record, and one to take it back', async () => {
    const { page } = desk;
    await page.goto('/customers');
    await page.getByRole('button', { name: '新建客户' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('问了什么').fill('问种植牙价格，时间还没定');
    await drawer.getByLabel('姓名').fill('欧阳晓雯');
    await page.keyboard.press('Alt+b');
    await drawer.getByRole('button', { name: 'M-B', pressed: true }).waitFor();
    await drawer.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByRole('heading', { name: '欧阳晓雯' }).waitFor();
    await classOf(page).filter({ hasText: 'M-B' }).waitFor();
    await drawer.waitFor({ state: 'hidden' });

    await page.getByRole('region', { name: '登记接待' }).getByRole('button', { name: 'M-A' }).waitFor();
    await page.keyboard.press('a');
    await page.getByText('已登记：来电 · M-A 意向明确').waitFor();
    await classOf(page).filter({ hasText: 'M-A' }).waitFor();
    await photograph(page, 'class-1-record');
    await page.keyboard.press('u');
    await classOf(page).filter({ hasText: 'M-B' }).waitFor();
  });

  it('is coded again a week later by somebody who does not see it', async () => {
    const { page } = supervisor;
    await ask(supervisor, '/trial-clock', { advanceMinutes: 7 * 24 * 60 });
    while ((await ask<{ total: number }>(supervisor, '/class-reviews')).total === 0)
      await page.waitForTimeout(300);
    await page.goto('/class-accuracy');
    await page.getByText('盲评', { exact: true }).click();
    const card = page.getByRole('article', { name: '您会分成哪一类？' });
    await card.getByText('问种植牙价格，时间还没定').waitFor();
    await photograph(page, 'class-2-blind');
    await page.keyboard.press('c');
    await page.getByText('这一周已经评完').waitFor();
  });

  it('stands in the matrix, with the contact behind the number', async () => {
    const { page } = supervisor;
    await page.getByText('准确率', { exact: true }).first().click();
    await page.getByText('1 次评过的中 0 次一致').waitFor();
    await photograph(page, 'class-3-matrix');
    await page.getByRole('button', { name: '前台 M-B，评定 M-C：1 次' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '欧阳晓雯' }).waitFor();
    expectCalm(desk);
    expectCalm(supervisor);
  });
});
