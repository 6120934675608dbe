import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { aBrowser, aVisitor, expectCalm, photograph } from './support/a-browser.ts';
import type { Visitor } from './support/a-browser.ts';
import { aHouse } from './support/a-house.ts';
import type { AHouse } from './support/a-house.ts';

const password = '一个足够长的密码 2026';

let house: AHouse;
let browser: Browser;
let owner: Visitor;
let colleague: Visitor;
let customerId: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([aHouse('--trial-clock', '2026-03-12T09:00'), aBrowser()]);
  [owner, colleague] = [await aVisitor(browser, house.address), await aVisitor(browser, house.address)];
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await photograph(owner.page, 'failed-handover-owner');
  await photograph(colleague.page, 'failed-handover-colleague');
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** What a screen of another story does, asked of the server as that screen would. */
async function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  const answer = await page.evaluate(
    async ({ path, body }) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const response = await fetch(`/api/v1${path}`, {
        ...(body && { method: 'POST', headers, body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.text() };
    },
    { path, body },
  );
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return JSON.parse(answer.body) as T;
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
}

/** Somebody who is invited and joins. */
async function joins({ page }: Visitor, name: string, login: string): Promise<string> {
  const { staff, token } = await ask<{ staff: { id: string }; token: string }>(owner.page, '/staff', {
    ...{ name, role: 'consultant', allClinics: true, clinicIds: [], teamIds: [] },
  });
  await page.goto('/');
  await ask(page, '/invitations/accept', { token, login, password });
  return staff.id;
}

/** Owes them a call, and one that was made: scored, with a promise. */
async function isCalled(id: string, assigneeId: string): Promise<void> {
  const { page } = owner;
  const reminder = { customerId: id, assigneeId, dueOn: '2026-03-12', matter: '问候' };
  const { id: followupId, version } = await ask<{ id: string; version: number }>(
    page,
    '/followups/reminders',
    reminder,
  );
  await ask(page, '/followups/calls', {
    ...{ customerId: id, result: 'reached', actionPlan: '送复查券' },
    followups: [{ followupId, version, score: 9, notes: '恢复得很好' }],
  });
  await ask(page, '/followups/reminders', reminder);
}

describe('customers are handed on, and the new owner reads what there is to know', () => {
  it('opens a house with two consultants and the customers of one', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByLabel('机构名称').fill('晴川口腔');
    await page.getByLabel('第一家门诊').fill('江滨门诊');
    await page.getByLabel('您的姓名').fill('王敏');
    await page.getByLabel('登录名').fill('wangmin');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '建立机构并登录' }).click();
    await page.getByRole('heading', { name: '今日工作' }).waitFor();

    const li = await joins(await aVisitor(browser, house.address), '李顾问', 'li');
    const wu = await joins(colleague, '吴顾问', 'wu');
    const { items } = await ask<{ items: { id: string }[] }>(page, '/clinics');
    const make = (facts: object) =>
      ask<{ id: string }>(page, '/customers', { clinicId: items[0]!.id, channelSource: '路过', ...facts });
    customerId = (await make({ name: '欧阳晓雯', ownerId: li, taboos: '不要提前夫', phone: '13800001234' }))
      .id;
    await make({ name: '赵敏', ownerId: li });
    await make({ name: '周芷若', ownerId: wu });
    await isCalled(customerId, li);
  });

  it('tries a transfer out before it is done: who moves, who does not and why, what goes along', async () => {
    const { page } = owner;
    await page.goto('/customers');
    await page.getByRole('checkbox', { name: '全选本页' }).check();
    await page.getByRole('button', { name: '转交所选 3 位' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('选好同事，先看会发生什么。').waitFor();
    await dialog.getByRole('combobox', { name: '转交给' }).click();
    await page.getByTitle('吴顾问 · 咨询师').click();
    await dialog.getByText('2 位客户会转交').waitFor();
    await dialog.getByText('1 个未完成的回访一起转').waitFor();
    await dialog.getByText(/周芷若.*已经归其所有/).waitFor();
    await dialog.getByLabel('原因（可不填）').fill('李顾问休假');
    await photograph(page, 'handover-1-dry-run');
    await dialog.getByRole('button', { name: '转交 2 位' }).click();
    await page.getByText('已转交 2 位，1 位没有转').waitFor();
  });

  it('stands above the first call until it is read, and then no more', async () => {
    const { page } = colleague;
    await page.goto(`/?customer=${customerId}`);
    await page.getByText('新接手的客户：李顾问 → 吴顾问，交接单还没有人读').waitFor();
    await photograph(page, 'handover-2-first-call');
    await openMenu(page, '我的客户');
    await page.getByRole('region', { name: '新接手，还没读交接单（2）' }).waitFor();
    await photograph(page, 'handover-3-my-customers');
    await page.getByRole('link', { name: '欧阳晓雯' }).first().click();

    await page.getByRole('heading', { name: '交接单 · 欧阳晓雯' }).waitFor();
    await page.getByText('说明您接替 李顾问，以后由您负责。').waitFor();
    await page.getByText('送复查券').first().waitFor();
    await page.getByText('忌讳：不要提前夫').waitFor();
    await page.getByText('恢复得很好').first().waitFor();
    await photograph(page, 'handover-4-sheet');
    await page.getByRole('button', { name: '我已读' }).click();
    await page.getByText(/吴顾问 已于 .* 读过/).waitFor();
    expect(await page.getByRole('button', { name: '我已读' }).count()).toBe(0);

    await page.goto(`/?customer=${customerId}`);
    await page.getByRole('article', { name: '欧阳晓雯' }).waitFor();
    expect(await page.getByText('交接单还没有人读').count()).toBe(0);
    expectCalm(owner);
    expectCalm(colleague);
  });
});
