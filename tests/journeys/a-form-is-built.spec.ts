import { beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aPhone, ask, aStory, password, theClinic } from './support/a-story.ts';

const {
  owner: desk,
  phone,
  tablet,
  house,
} = aStory('form', { phone: aPhone, tablet: { width: 820, height: 1180 } });
let record: string;
let link: string;

beforeAll(async () => {
  const clinicId = await theClinic(desk);
  const customer = { name: '欧阳晓雯', clinicId, channelSource: '朋友介绍' };
  const { id: customerId } = await ask<{ id: string }>(desk, '/customers', customer);
  const visit = await ask<{ id: string; version: number }>(desk, '/visits', { customerId, clinicId });
  await ask(desk, `/visits/${visit.id}/close`, {}, { version: visit.version });
  record = `/customers/${customerId}`;
});

/** Opens a list of choices, rolls it down and up again until the one stands there, and takes it. */
async function choose(page: Page, list: Locator, option: string): Promise<void> {
  await list.click();
  const choices = page.locator('.ant-select-dropdown:visible');
  const wanted = choices.getByTitle(option, { exact: true });
  let rolled = 0;
  await expect
    .poll(
      async () => {
        if ((await wanted.count()) > 0) return true;
        await choices.hover();
        await page.mouse.wheel(0, (rolled += 1) % 6 === 0 ? -1200 : 120);
        return false;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await wanted.click();
}

/** Adds a question of that kind at the end; gives its place, from 1. */
async function addQuestion(page: Page, kind: string, title: string): Promise<number> {
  const questions = page.getByLabel('题型');
  const before = await questions.count();
  await page.getByRole('button', { name: '加一题' }).click();
  await questions.nth(before).waitFor();
  const place = before + 1;
  if (kind !== '打分 0–10') await choose(page, questions.last(), kind);
  await page.getByLabel(`题目文字 ${place} · 中文`).fill(title);
  return place;
}

/** Low, the reason, the teeth, a word; past the photo where one is asked for. */
async function fillsIn(screen: Page | Locator, { skips }: { skips: boolean }): Promise<void> {
  await screen.getByText('停车方便吗？').waitFor();
  await screen.getByText('4', { exact: true }).click();
  await screen.getByText('车位难找').click();
  await screen.getByRole('button', { name: '下一题' }).click();
  await screen.getByText('36', { exact: true }).click();
  await screen.getByRole('button', { name: '下一题' }).click();
  if (skips) await screen.getByRole('button', { name: '跳过' }).click();
  await screen.getByRole('textbox').fill('周六人多');
  await screen.getByRole('button', { name: '提交' }).click();
}

describe('a form is built', () => {
  it('from what scores are about, which the clinic names itself', async () => {
    const { page } = desk;
    await page.goto('/forms');
    await page.getByRole('button', { name: '维度' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: '加一个维度' }).click();
    await drawer.getByLabel('中文名 12').fill('停车');
    await drawer.getByLabel('英文名 12').fill('Parking');
    await drawer.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByText('维度已保存').waitFor();
  });

  it('question by question, seen and tried on a phone beside it, and published', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '新建问卷' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('中文名称').fill('到店感受');
    await drawer.getByLabel('代号').fill('arrival');
    await drawer.getByRole('button', { name: '开始编写' }).click();
    await page.getByLabel('题目文字 1 · 中文').fill('停车方便吗？');
    await choose(page, page.getByLabel('维度').first(), '停车');
    const reasons = await addQuestion(page, '多选', '哪里不方便？');
    await page.getByLabel('选项').fill('车位难找 | No space\n收费不清 | Unclear fee');
    await choose(page, page.getByLabel('只在以下情况出现').last(), '停车方便吗？');
    expect(reasons).toBe(2);
    await addQuestion(page, '牙位或部位图', '哪里不舒服？');
    await addQuestion(page, '照片', '方便的话拍一张');
    await addQuestion(page, '文字', '还想说什么？');

    const preview = page.getByRole('group', { name: '手机预览' });
    await preview.getByText('9', { exact: true }).click();
    await preview.getByText('哪里不舒服？').waitFor();
    await page.getByRole('button', { name: '从头再看' }).click();
    await preview.getByText('7', { exact: true }).click();
    await preview.getByText('哪里不方便？').waitFor();
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('button', { name: /发\s?布/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /发\s?布/ })
      .click();
    await page.getByText('正在使用').waitFor();
    await photograph(page, 'form-1-builder');
  });

  it('filled in by the customer on a phone', async () => {
    const { page } = desk;
    await page.goto(record);
    await page.getByRole('button', { name: '发问卷' }).click();
    const drawer = page.getByRole('dialog');
    await choose(page, drawer.getByRole('combobox'), '到店感受');
    await drawer.getByRole('button', { name: '生成链接和二维码' }).click();
    const address = (await drawer.getByText('/c/').textContent())!;
    link = new URL(address).pathname;
    await phone.page.goto(link);
    await fillsIn(phone.page, { skips: true });
    await phone.page.getByRole('heading', { name: '已收到' }).waitFor();
  });

  it('by a colleague, who is asked for no photo', async () => {
    const { page } = desk;
    await page.reload();
    await page.getByRole('button', { name: '发问卷' }).click();
    const drawer = page.getByRole('dialog');
    await choose(page, drawer.getByRole('combobox'), '到店感受');
    await drawer.getByRole('button', { name: '我来代填' }).click();
    const screen = page.getByRole('group', { name: '我来代填' });
    await fillsIn(screen, { skips: false });
    await page.getByRole('button', { name: /到店感受.*同事代填/ }).waitFor();
  });

  it('and on a tablet, which shows nothing else and nobody is signed in at', async () => {
    const { page } = tablet;
    await page.goto('/');
    await page.getByLabel('登录名').fill('wangmin');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: /登\s?录/ }).click();
    await page.getByRole('heading', { name: '今日工作' }).waitFor();
    await page.goto(record);
    await page.getByRole('button', { name: '发问卷' }).click();
    const drawer = page.getByRole('dialog');
    await choose(page, drawer.getByRole('combobox'), '到店感受');
    await drawer.getByRole('button', { name: '在这台平板上填' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '在这台平板上填' }).last().click();
    await page.getByText('停车方便吗？').waitFor();
    expect(await page.evaluate(async () => (await fetch('/api/v1/session')).status)).toBe(401);
    await fillsIn(page, { skips: true });
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    await page.goBack();
    await page.getByLabel('登录名').waitFor();
  });

  it('and each answer stays as it was, with what is known better beside it', async () => {
    const { page } = desk;
    await page.reload();
    await page.getByRole('button', { name: /到店感受.*客户手机/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('周六人多').waitFor();
    await drawer.getByRole('button', { name: '更正' }).last().click();
    await drawer.getByLabel('更正为').fill('周日人多');
    await drawer.getByLabel('原因').fill('客户来电更正');
    await drawer.getByRole('button', { name: '添加更正' }).click();
    await drawer.getByText('更正为：周日人多').waitFor();
    await drawer.getByText('周六人多', { exact: true }).waitFor();
    await photograph(page, 'form-2-corrected');
  });

  it('and what was scored counts under the clinic’s own name, beside who is still to be asked this month', async () => {
    const { page } = desk;
    await page.goto('/satisfaction');
    await choose(page, page.getByLabel('维度'), '停车');
    await page
      .getByRole('button', { name: /^不满意 <6: 100\.0% 3\/3/ })
      .first()
      .waitFor();
    await ask(desk, '/trial-clock', { at: '2026-04-03T09:30' });
    const left = () =>
      ask<{ all: { customers: number } }>(desk, '/satisfaction/month').then(({ all }) => all.customers);
    await expect.poll(left, { timeout: 60_000 }).toBe(1);
    await page.reload();
    const round = page.getByRole('region', { name: /2026-03/ });
    await round.getByText('距截止').waitFor();
    await photograph(page, 'form-3-month');
    // The link that opened the customer's page stands nowhere in what the server said.
    expect(house.output()).not.toContain(link.slice('/c/'.length));
    for (const visitor of [desk, phone, tablet]) expectCalm(visitor);
  });
});
