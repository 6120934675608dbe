import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { ask, aStory, joins, openMenu, theClinic } from './support/a-story.ts';

const { owner, visits } = aStory('capacity', {}, { clock: '2026-03-12T09:30' });

describe('a day that is too full', () => {
  it('is told a week ahead', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByRole('heading', { name: '今日工作' }).waitFor();

    await joins(owner, await visits(), { name: '林悦', role: 'cs_agent', login: 'linyue' });
    const clinicId = await theClinic(owner);
    for (const name of ['周小雨', '吴倩', '郑爽']) {
      const came = { name, clinicId, channelSource: '朋友介绍' };
      const { id: customerId } = await ask<{ id: string }>(owner, '/customers', came);
      const { id } = await ask<{ id: string }>(owner, '/visits', {
        customerId,
        clinicId,
        chiefComplaint: null,
      });
      await ask(owner, `/visits/${id}/close`, {}, { version: 1 });
    }
    // Who joins before they are planned would hold some of them.
    const planned = () => ask<{ customers: number }>(owner, '/followups/today?scope=all');
    await expect.poll(async () => (await planned()).customers, { timeout: 60_000 }).toBe(3);
    await joins(owner, await visits(), { name: '赵晴', role: 'cs_agent', login: 'zhaoqing' });

    await openMenu(page, '工作量');
    await page.getByRole('button', { name: '工作量规则' }).click();
    const rules = page.getByRole('dialog', { name: '工作量规则' });
    await rules.getByLabel('客服专员').fill('2');
    await rules.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByText('规则已发布').waitFor();
    await page.getByText('未来 7 天有 1 人').waitFor();
    await photograph(page, 'capacity-1-short');
  });

  it('is solved by lending, seen before it is done, and taken back', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: /林悦.*1 通排不下/ }).click();
    const day = page.getByRole('dialog', { name: /林悦/ });
    await day.getByText('已选').waitFor();
    await photograph(page, 'capacity-2-day');
    await day.getByRole('button', { name: '请同事代打' }).click();
    const preview = page.getByRole('dialog', { name: /会怎么变/ });
    await preview.getByLabel('请谁代打').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '赵晴' }).click();
    await preview.getByText(/赵晴 3月1\d日：0 → \d+ 分钟/).waitFor();
    await photograph(page, 'capacity-3-preview');
    await preview.getByRole('button', { name: '转给同事' }).click();
    await page.getByText(/已处理 \d 条/).waitFor();
    await day.getByRole('button', { name: /关闭|Close/ }).click();
    await page.getByText('未来 7 天都排得下。').waitFor();
    await photograph(page, 'capacity-4-solved');

    await page.getByRole('button', { name: '撤销', exact: false }).first().click();
    await page
      .locator('.ant-modal-confirm-btns')
      .getByRole('button', { name: /撤\s?销/ })
      .click();
    await page.getByText('未来 7 天有 1 人').waitFor();
    expectCalm(owner);
  });
});
