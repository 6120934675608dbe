import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { aBrowser, aVisitor, expectCalm, photograph } from './support/a-browser.ts';
import type { Visitor } from './support/a-browser.ts';
import { aHouse } from './support/a-house.ts';
import type { AHouse } from './support/a-house.ts';

const password = '一个足够长的密码 2026';

let house: AHouse;
let browser: Browser;
let nurse: Visitor;
let doctor: Visitor;
let customerId: string;

beforeAll(async () => {
  [house, browser] = await Promise.all([aHouse('--trial-clock', '2026-03-12T09:00'), aBrowser()]);
  nurse = await aVisitor(browser, house.address);
  doctor = await aVisitor(browser, house.address);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [name, { page }] of Object.entries({ nurse, doctor }))
    await photograph(page, `failed-flag-${name}`);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Asks the server as the page would. */
function ask<T>(page: Page, method: string, path: string, body?: object, version?: number): Promise<T> {
  return page.evaluate(
    async ({ method, path, body, version }) => {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
          ...(version !== undefined && { 'if-match': `"${version}"` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const said = (await answer.json()) as T & { code?: string };
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${said.code}`);
      return said;
    },
    { method, path, body, version },
  );
}

async function join(visitor: Visitor, owner: Page, name: string, role: string, login: string): Promise<void> {
  const body = { name, role, allClinics: true };
  const { token } = await ask<{ token: string }>(owner, 'POST', '/staff', body);
  await visitor.page.goto(`/invitation#${token}`);
  await visitor.page.getByLabel('登录名').fill(login);
  await visitor.page.getByLabel('密码', { exact: true }).fill(password);
  await visitor.page.getByRole('button', { name: '加入并登录' }).click();
  await visitor.page.getByRole('heading', { name: '今日工作' }).waitFor();
}

/** An operation yesterday, and the nurse who calls today. */
async function prepare(): Promise<void> {
  const owner = await aVisitor(browser, house.address);
  const { page } = owner;
  await page.goto('/');
  await page.getByLabel('机构名称').fill('晴川医美');
  await page.getByLabel('第一家门诊').fill('江滨门诊');
  await page.getByLabel('您的姓名').fill('王敏');
  await page.getByLabel('登录名').fill('wangmin');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '建立机构并登录' }).click();
  await page.getByRole('heading', { name: '今日工作' }).waitFor();
  await join(nurse, page, '小赵', 'nurse', 'xiaozhao');
  await join(doctor, page, '陈医生', 'doctor', 'chenyisheng');
  const { items: clinics } = await ask<{ items: { id: string }[] }>(page, 'GET', '/clinics');
  const clinicId = clinics[0]!.id;
  const { items: staff } = await ask<{ items: { id: string; role: string }[] }>(page, 'GET', '/staff');
  const doctorId = staff.find(({ role }) => role === 'doctor')!.id;
  const someone = { name: '林晓雯', phone: '13800000101', channelSource: '朋友介绍', clinicId };
  customerId = (await ask<{ id: string }>(page, 'POST', '/customers', someone)).id;
  const visit = await ask<{ id: string; version: number }>(page, 'POST', '/visits', { customerId, clinicId });
  const done = [{ category: 'surgery', name: '双眼皮成形术', doctorId }];
  const edited = await ask<{ version: number }>(
    page,
    'PATCH',
    `/visits/${visit.id}`,
    { treatments: done },
    visit.version,
  );
  await ask(page, 'POST', `/visits/${visit.id}/close`, {}, edited.version);
  await ask(page, 'POST', '/trial-clock', { advanceMinutes: 24 * 60 + 60 });
  await owner.context.close();
}

describe('a red flag is answered by a doctor', () => {
  it('the day after an operation the card of that day stands beside the script', async () => {
    await prepare();
    const { page } = nurse;
    await page.goto(`/?customer=${customerId}`);
    await page.getByRole('heading', { name: '眼部手术 · 第 1 天' }).waitFor();
    await page.getByText('未经本院医生审核').waitFor();
  });

  it('a branch of the script that is a warning sign shuts “normal”, and says when the doctor calls', async () => {
    const { page } = nurse;
    const card = page.locator('.card-panel');
    await card.getByLabel('都没有').check();
    await card.getByText('正常', { exact: true }).click();
    const branch = page.getByRole('button', { name: /发烧、渗血或加重/ });
    const onward = page.getByRole('button', { name: /下一步|^方便/ });
    await expect
      .poll(
        async () => {
          if (await branch.isVisible()) return true;
          await onward
            .first()
            .click({ timeout: 500 })
            .catch(() => undefined);
          return branch.isVisible();
        },
        { interval: 300, timeout: 20_000 },
      )
      .toBe(true);
    await branch.click();

    await page.getByText(/请告诉客户：医生会在 .* 前回电话/).waitFor();
    await page.getByText('有警示征象，须由医生答复，不能记为正常。').waitFor();
    expect(await card.getByRole('radio', { name: '正常' }).isDisabled()).toBe(true);
    expect(await card.getByRole('radio', { name: '转医生' }).isChecked()).toBe(true);
    await photograph(page, 'flag-1-heard');
  });

  it('the server refuses “normal” as well, whoever asks it', async () => {
    const { page } = nurse;
    const sheet = await ask<{
      followups: { id: string; version: number }[];
      cards: { visitId: string; code: string; version: number }[];
    }>(page, 'GET', `/followups/call-sheet?customerId=${customerId}`);
    const [{ visitId, code, version }] = sheet.cards as [(typeof sheet.cards)[0]];
    const { id: followupId, version: seen } = sheet.followups[0]!;
    const call = {
      ...{ customerId, result: 'reached', followups: [{ followupId, version: seen }] },
      cards: [{ visitId, code, version, signs: ['sight'], answers: [], finding: 'normal' }],
    };
    await expect(ask(page, 'POST', '/followups/calls', call)).rejects.toThrow('red-flag-needs-doctor');
  });

  it('saved, it waits for the doctor with the promised time, who answers', async () => {
    await nurse.page.getByRole('radio', { name: /已联系上/ }).click();
    await nurse.page.getByRole('button', { name: /保存并下一位/ }).click();
    await nurse.page.getByText(/医生 .* 前回电/).waitFor();

    const { page } = doctor;
    await page.reload();
    await page.getByText(/1 项警示征象等您答复/).waitFor();
    await page.goto('/red-flags');
    await page.getByRole('link', { name: '林晓雯' }).waitFor();
    await photograph(page, 'flag-2-doctor');
    await page.getByRole('button', { name: '答复' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('请来院').click();
    await drawer.getByLabel('医生的话').fill('要当面看一下切口');
    await drawer.getByRole('button', { name: /答\s?复/ }).click();
    await page.getByText('没有等您答复的警示征象').waitFor();
  });

  it('the answer stands on the record, and the nurse is asked to pass it on', async () => {
    const { page } = nurse;
    await page.goto(`/customers/${customerId}`);
    await page.getByText(/医生答复（陈医生，.*）：请来院/).waitFor();
    await page.getByText('要当面看一下切口').first().waitFor();
    await expect
      .poll(
        async () => {
          await page.goto(`/?customer=${customerId}`);
          await page.locator('.call-sheet').waitFor();
          return page.getByText(/请约客户来院：医生要当面看/).count();
        },
        { interval: 500, timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await photograph(page, 'flag-3-passed-on');
    expectCalm(nurse);
    expectCalm(doctor);
  });
});
