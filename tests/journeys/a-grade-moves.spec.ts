import { describe, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aStory, openMenu } from './support/a-story.ts';

const { owner } = aStory('grade');

const chip = (page: Page, grade: string) => page.getByRole('button', { name: `分级详情: ${grade}` });

/** Charged and paid at the desk, on the open record. */
async function pays(page: Page, yuan: string): Promise<void> {
  await page.getByRole('region', { name: '账户' }).getByRole('button', { name: '收费' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('金额').fill(yuan);
  await drawer.getByRole('checkbox', { name: '当场付清' }).check();
  await drawer
    .getByRole('button', { name: /保\s?存|记\s?账|收\s?费/ })
    .last()
    .click();
  await drawer.waitFor({ state: 'hidden' });
}

describe('a grade moves in front of you and says why', () => {
  it('opens the house and a record, of somebody ordinary', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByRole('heading', { name: '今日工作' }).waitFor();

    await openMenu(page, '客户');
    await page.getByRole('button', { name: '新建客户' }).click();
    await page.getByRole('dialog').getByLabel('姓名').fill('欧阳晓雯');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s?存/ })
      .click();
    await page.getByRole('heading', { name: '欧阳晓雯' }).waitFor();
    await chip(page, 'C 普通客户').waitFor();
  });

  it('moves to A after a payment, without a reload, and says why', async () => {
    const { page } = owner;
    await pays(page, '36800');
    await chip(page, 'A 重要客户').waitFor();
    await chip(page, 'A 重要客户').hover();
    await page.getByText('近 24 个月消费 ¥36,800.00，达到 ¥30,000.00').first().waitFor();
    await photograph(page, 'grade-1-record');

    await chip(page, 'A 重要客户').click();
    const drawer = page.getByRole('dialog', { name: /分级详情/ });
    await drawer.getByText('C → A').waitFor();
    await photograph(page, 'grade-2-details');
    await drawer.getByRole('button', { name: 'Close' }).or(drawer.getByLabel('关闭')).first().click();
  });

  it('shows who moves before the rules are published, and then just those moved', async () => {
    const { page } = owner;
    await openMenu(page, '分级规则');
    await page.getByRole('heading', { name: '分级规则' }).waitFor();
    await page.getByRole('button', { name: /发\s?布/, disabled: true }).waitFor();
    await page.getByLabel('消费达到（元）').fill('50000');
    await page.getByRole('button', { name: '预览变化' }).click();
    await page.getByText('会变的客户（1 位）').first().waitFor();
    await page.getByText('A → C').waitFor();
    await photograph(page, 'grade-3-preview');

    await page.getByRole('button', { name: /发\s?布/ }).click();
    await page.getByText('1 位客户的分级会随之改变。').waitFor();
    await page
      .locator('.ant-modal-confirm-btns')
      .getByRole('button', { name: /发\s?布/ })
      .click();
    await page.getByText('已发布，分级正在更新').waitFor();
    await openMenu(page, '客户');
    await page.getByRole('link', { name: '欧阳晓雯' }).click();
    await chip(page, 'C 普通客户').waitFor();
  });

  it('shows the share of effort, and never asked another host or complained', async () => {
    const { page } = owner;
    await openMenu(page, '80/20');
    await page.getByRole('heading', { name: '80/20' }).waitFor();
    await page.getByText('没有联系').first().waitFor();
    await photograph(page, 'grade-4-effort');
    expectCalm(owner);
  });
});
