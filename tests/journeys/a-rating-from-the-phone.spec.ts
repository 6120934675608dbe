import { beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aPhone, ask, aStory, theClinic } from './support/a-story.ts';

const { owner: desk, phone } = aStory('rating', { phone: aPhone });
let link: string;

beforeAll(async () => {
  const customer = { name: '欧阳晓雯', clinicId: await theClinic(desk), channelSource: '朋友介绍' };
  const { id } = await ask<{ id: string }>(desk, '/customers', customer);
  await desk.page.goto(`/customers/${id}`);
});

describe('a customer rates the visit on the phone', () => {
  it('by a link that the desk makes on the record', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '发问卷' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: '生成链接和二维码' }).click();
    const address = (await drawer.getByText('/c/').textContent())!;
    link = new URL(address).pathname;
    expect(link).toMatch(/^\/c\/[0-9A-Za-z]{20}$/);
    await photograph(page, 'rating-1-link');
  });

  it('on a page of less than sixty kilobytes, one question after the other, kept when the phone is put away', async () => {
    const { page } = phone;
    const sizes: Promise<number>[] = [];
    // What comes after the page was left has no body any more, and is not weighed.
    const weigh = (response: Response) =>
      sizes.push(
        response.body().then(
          (body) => body.length,
          () => 0,
        ),
      );
    page.on('response', weigh);
    await page.goto(link);
    await page.getByText('您对这次就诊满意吗').waitFor();
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
    page.off('response', weigh);
    expect(await page.content()).not.toContain('晓雯');
    await photograph(page, 'rating-2-phone');
    await page.getByText('5', { exact: true }).click();
    await page.getByText('等候太久').click();
    await page.reload();
    await page.getByText('已为您保留').waitFor();
    await expect.poll(() => page.getByLabel('等候太久').isChecked(), { timeout: 60_000 }).toBe(true);
    await page.getByRole('button', { name: '不想再收到消息？' }).click();
    await page.getByRole('button', { name: '不接受' }).waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '其余不填，直接提交' }).click();
    await page.getByRole('heading', { name: '已收到' }).waitFor();
  });

  it('and may end offers below the thanks as well, after which the link opens nothing any more', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: '不想再收到消息？' }).click();
    await page.getByRole('button', { name: '不接受' }).click();
    await page.getByText('不再发给您').waitFor();
    await photograph(page, 'rating-2-no-more');
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    await page.goto(link);
    await page.getByRole('heading', { name: '这个链接打不开了' }).waitFor();
  });

  it('and the clinic has it on the record and behind the figure', async () => {
    const { page } = desk;
    await page.reload();
    await page.getByRole('button', { name: /满意度调查 5/ }).click();
    await page.getByRole('dialog').getByText('等候太久').waitFor();
    await page.goto('/satisfaction');
    await page
      .getByRole('button', { name: /^不满意 <6: 100\.0% 1\/1/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('link', { name: '欧阳晓雯' }).waitFor();
    await photograph(page, 'rating-3-figures');
  });

  it('and who manages the forms sees a change on the phone beside it before it is published', async () => {
    const { page } = desk;
    await page.goto('/forms/satisfaction');
    await page.getByLabel('题目文字 1 · 中文').fill('今天的就诊您满意吗？');
    await page.getByRole('group', { name: '手机预览' }).getByText('今天的就诊您满意吗？').waitFor();
    // Nothing that was typed is lost by another click.
    await page.getByRole('navigation').getByRole('link', { name: '满意度', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '继续填写' }).click();
    await page.getByRole('button', { name: '保存草稿' }).click();
    // Only what is saved can be published.
    await page.getByRole('button', { name: /发\s?布/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /发\s?布/ })
      .click();
    await page.getByText('第 2 版').waitFor();
    await photograph(page, 'rating-4-builder');
    expectCalm(desk);
    expectCalm(phone);
  });
});
