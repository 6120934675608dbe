import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aStory, openMenu } from './support/a-story.ts';

const { owner } = aStory('consultation');

/** A lead as somebody types it who does not know whether there is a record. */
async function typeLead(page: Page, asked: string): Promise<void> {
  await openMenu(page, '客户');
  await page.getByRole('button', { name: '新建客户' }).click();
  const drawer = page.getByRole('dialog', { name: '新建客户' });
  await drawer.getByLabel('姓名').fill('李雨桐');
  await drawer.getByRole('textbox', { name: '电话' }).fill('13800007788');
  await drawer.getByLabel('来源渠道').fill('小红书');
  await drawer.getByLabel('问了什么').fill(asked);
}

describe('a lead who has a record', () => {
  it('becomes a consultation of that record, and no second person', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByRole('heading', { name: '今日工作' }).waitFor();
    await typeLead(page, '去年来问过洗牙');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s?存/ })
      .click();
    await page.getByRole('heading', { name: '李雨桐' }).waitFor();

    await typeLead(page, '种植一颗要多少钱，怕疼');
    await page.getByRole('button', { name: '记为新咨询' }).waitFor();
    await photograph(page, 'consultation-1-hint');
    await page.getByRole('button', { name: '记为新咨询' }).click();
    const drawer = page.getByRole('dialog', { name: '李雨桐 · 咨询' });
    const shown = (label: string) =>
      expect.poll(() => drawer.getByLabel(label).inputValue(), { timeout: 60_000 });
    await shown('咨询内容').toBe('种植一颗要多少钱，怕疼');
    await shown('来源渠道').toBe('小红书');
    await photograph(page, 'consultation-2-drawer');
  });

  it('is not closed without why not and without a next step, and is told so in words', async () => {
    const { page } = owner;
    const drawer = page.getByRole('dialog', { name: '李雨桐 · 咨询' });
    const close = drawer.getByRole('button', { name: '保存并结束' });
    await drawer.getByLabel('这次咨询').getByText('结束', { exact: true }).click();
    await drawer.getByText('将记为未成交').waitFor();
    await close.click();
    await drawer.getByText('还没写为什么未成交').waitFor();
    await drawer.getByLabel('补充说明').fill('要和先生商量');
    await close.click();
    await drawer.getByText('还没有下一步').waitFor();
    await photograph(page, 'consultation-3-refused');

    await drawer.getByLabel('下一步').getByText('回访', { exact: true }).click();
    await drawer.getByLabel('说什么').fill('问问先生怎么看');
    await close.click();
    await page.getByText('咨询已结束').waitFor();
    await drawer.waitFor({ state: 'hidden' });
  });

  it('without a deal is followed up within three days, and the record says why', async () => {
    const { page } = owner;
    await page.getByText('网电咨询未到诊回访').first().waitFor();
    await page.getByText('未成交原因：要和先生商量').waitFor();
    await page.getByRole('region', { name: '咨询' }).getByText('王敏 回访：问问先生怎么看').waitFor();
    await photograph(page, 'consultation-4-record');

    await openMenu(page, '客户');
    await page.getByText('1 位客户').waitFor();
    await openMenu(page, '咨询');
    await page.getByText('没有进行中的咨询').waitFor();
    await page.getByText('已结束', { exact: true }).click();
    await page.getByText('0 / 1 次成交').waitFor();
    await photograph(page, 'consultation-5-outcomes');
    expectCalm(owner);
  });
});
