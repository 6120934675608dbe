import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aStory, openMenu } from './support/a-story.ts';

const { owner } = aStory('identity');

async function typeCustomer(
  page: Page,
  facts: { name: string; phone: string; notes: string },
): Promise<void> {
  await openMenu(page, '客户');
  await page.getByRole('button', { name: '新建客户' }).click();
  const drawer = page.getByRole('dialog', { name: '新建客户' });
  await drawer.getByLabel('姓名').fill(facts.name);
  await drawer.getByLabel('电话').fill(facts.phone);
  await drawer.getByLabel('备注').fill(facts.notes);
}

async function save(page: Page): Promise<void> {
  await page
    .getByRole('dialog', { name: '新建客户' })
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await page.getByText('已建档').waitFor();
}

describe('two records become one, and two again', () => {
  it('begins with a clinic and a customer', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByRole('heading', { name: '今日工作' }).waitFor();

    await typeCustomer(page, { name: '欧阳晓雯', phone: '13800000101', notes: '怕疼' });
    await save(page);
    await page.getByRole('heading', { name: '欧阳晓雯' }).waitFor();
  });

  it('hints, while her record is typed again, that there is one, and opens it on a click', async () => {
    const { page } = owner;
    await typeCustomer(page, { name: '欧阳晓文', phone: '138 0000 0101', notes: '周末才方便' });
    const hint = page.getByRole('dialog', { name: '新建客户' }).getByText('可能已经有档案了');
    await hint.waitFor();
    await page.getByText('姓名同音').waitFor();
    expect(await page.content()).not.toContain('13800000101');
    await photograph(page, 'identity-1-hint');
    await page.getByRole('button', { name: '打开这份' }).click();
    await page.getByRole('heading', { name: '欧阳晓雯' }).waitFor();
  });

  it('makes a second record all the same for who goes on, and puts the pair before a person', async () => {
    const { page } = owner;
    await typeCustomer(page, { name: '欧阳晓文', phone: '13800000101', notes: '周末才方便' });
    await page.getByText('可能已经有档案了').waitFor();
    await save(page);
    await page.getByRole('heading', { name: '欧阳晓文' }).waitFor();

    await expect
      .poll(
        async () => {
          await openMenu(page, '重复客户');
          await page.reload();
          await page.getByRole('heading', { name: '重复客户' }).waitFor();
          await page.waitForLoadState('networkidle');
          return page.getByText('欧阳晓雯 · 欧阳晓文').or(page.getByText('欧阳晓文 · 欧阳晓雯')).count();
        },
        { timeout: 90_000, interval: 2_000 },
      )
      .toBeGreaterThan(0);
    await page.getByText('电话相同').waitFor();
    await page.getByText('两边不同').first().waitFor();
    await photograph(page, 'identity-2-pair');
  });

  it('merges them by key, after a yes, into the one that was chosen', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: /保留.* C000001/ }).click();
    await page.keyboard.press('m');
    await page.getByText('把 欧阳晓文 并入 欧阳晓雯？').last().waitFor();
    await photograph(page, 'identity-3-confirm');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /合\s?并/ })
      .click();
    await page.getByText('已合并为 欧阳晓雯 一份档案').waitFor();
    await page.getByText('没有待核对的客户，都核对完了').waitFor();

    await openMenu(page, '客户');
    await page.getByRole('link', { name: '欧阳晓雯' }).first().click();
    await page.getByText('周末才方便').first().waitFor();
    await page.getByText('怕疼').first().waitFor();
    await photograph(page, 'identity-4-one-record');
  });

  it('leads the old address to the one record', async () => {
    const { page } = owner;
    const answer = await page.request.get('/api/v1/merges?page=1&pageSize=20');
    const { items } = (await answer.json()) as { items: { keepId: string; goneId: string }[] };
    await page.goto(`/customers/${items[0]!.goneId}`);
    await page.getByRole('heading', { name: '欧阳晓雯' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/customers/${items[0]!.keepId}`);
  });

  it('makes them two again, as they were', async () => {
    const { page } = owner;
    await openMenu(page, '重复客户');
    await page.getByText('合并记录').first().click();
    await page.getByRole('button', { name: '撤销合并' }).click();
    await photograph(page, 'identity-5-undo');
    await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click();
    await page.getByText('已分成两份，和合并前一样').waitFor();
    await openMenu(page, '客户');
    await page.getByRole('link', { name: '欧阳晓文' }).first().waitFor();
    await page.getByRole('link', { name: '欧阳晓雯' }).first().waitFor();
  });

  it('keeps the reason why they are two, and asks no more', async () => {
    const { page } = owner;
    await openMenu(page, '重复客户');
    await page.getByText('电话相同').waitFor();
    await page.keyboard.press('d');
    await page.getByRole('button', { name: '一家人共用电话' }).click();
    await photograph(page, 'identity-6-dismiss');
    await page.getByRole('dialog').getByRole('button', { name: '不是同一人' }).click();
    await page.getByText('没有待核对的客户，都核对完了').waitFor();
    await page.getByText('不是同一人').first().click();
    await page.getByText('一家人共用电话').waitFor();
    await photograph(page, 'identity-7-dismissed');
    expectCalm(owner);
  });
});
