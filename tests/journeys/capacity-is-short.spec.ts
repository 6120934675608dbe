import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { aBrowser, aVisitor, expectCalm, photograph } from './support/a-browser.ts';
import type { Visitor } from './support/a-browser.ts';
import { aHouse } from './support/a-house.ts';
import type { AHouse } from './support/a-house.ts';

const password = '一个足够长的密码 2026';

let house: AHouse;
let browser: Browser;
let owner: Visitor;

beforeAll(async () => {
  [house, browser] = await Promise.all([aHouse('--trial-clock', '2026-03-12T09:30'), aBrowser()]);
  owner = await aVisitor(browser, house.address);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photograph(owner.page, 'failed-capacity');
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** A request as the page sends it, for what this journey is not about. */
function ask<T>(page: Page, path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> {
  return page.evaluate(
    async ([path, body, method]) => {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'if-match': '"1"' },
        ...(body && { body }),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return (await answer.json()) as never;
    },
    [path, body ? JSON.stringify(body) : '', method] as const,
  );
}

async function join(name: string, login: string): Promise<void> {
  const invited = { name, role: 'cs_agent', allClinics: true };
  const { token } = await ask<{ token: string }>(owner.page, '/staff', invited);
  const { page, context } = await aVisitor(browser, house.address);
  await page.goto('/');
  await ask(page, '/invitations/accept', { token, login, password });
  await context.close();
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

describe('a day that is too full', () => {
  it('is told a week ahead', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByLabel('机构名称').fill('晴川口腔');
    await page.getByLabel('第一家门诊').fill('江滨门诊');
    await page.getByLabel('您的姓名').fill('王敏');
    await page.getByLabel('登录名').fill('wangmin');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '建立机构并登录' }).click();
    await page.getByRole('heading', { name: '今日工作' }).waitFor();

    await join('林悦', 'linyue');
    const { items: clinics } = await ask<{ items: { id: string }[] }>(page, '/clinics');
    const clinicId = clinics[0]!.id;
    for (const name of ['周小雨', '吴倩', '郑爽']) {
      const came = { name, clinicId, channelSource: '朋友介绍' };
      const { id: customerId } = await ask<{ id: string }>(page, '/customers', came);
      const { id } = await ask<{ id: string }>(page, '/visits', {
        customerId,
        clinicId,
        chiefComplaint: null,
      });
      await ask(page, `/visits/${id}/close`, {});
    }
    await join('赵晴', 'zhaoqing');

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
