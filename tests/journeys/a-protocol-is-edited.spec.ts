import { describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aStory } from './support/a-story.ts';

const { owner } = aStory('protocol');

const knot = (page: Page, name: string) => page.getByRole('slider', { name: `${name}：到期时间` });

/** A curve that is drawn anew a moment later says so a moment later. */
const stands = (field: Locator, value: string): Promise<void> =>
  expect.poll(() => field.inputValue(), { timeout: 60_000 }).toBe(value);

describe('a protocol is edited by dragging, replayed and published', () => {
  it('opens the house and the curve of what follows an operation', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByRole('heading', { name: '今日工作' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '回访曲线', exact: true }).click();
    await page.getByRole('region', { name: '术后回访' }).getByRole('link', { name: '编辑' }).click();
    await knot(page, '术后3天内').waitFor();
  });

  it('moves a step by the mouse, and another by the keyboard', async () => {
    const { page } = owner;
    const halo = (await knot(page, '术后3天内').locator('.halo').elementHandle())!;
    await halo.waitForElementState('stable');
    const grip = (await halo.boundingBox())!;
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
    const toDay2 = (await page.getByText('1 天', { exact: true }).boundingBox())!;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - (x - toDay2.x) * 0.45, y, { steps: 8 });
    await page.mouse.up();
    const days = page.getByRole('group', { name: '术后3天内' });
    await stands(days.getByLabel('最晚'), '2');

    await knot(page, '术后1周内').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    const week = page.getByRole('group', { name: '术后1周内' });
    await stands(week.getByLabel('最早'), '4');
    await stands(week.getByLabel('最晚'), '8');
    await photograph(page, 'protocol-1-dragged');
  });

  it('replays the last 90 days with what was drawn, and says that nothing happened yet', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: '回放', exact: true }).click();
    await page.getByText(/^这 90 天里没有因这条曲线到期的回访。/).waitFor();
    await page.getByText('草稿已保存，尚未发布').waitFor();
  });

  it('is published at once, and stands in the history', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: '发布…' }).click();
    const dialog = page.getByRole('dialog', { name: '发布这份草稿' });
    await dialog.getByText('改按新版本不会有变化（0 份计划）。').waitFor();
    await dialog.getByLabel('说明（选填），写进历史').fill('提早到两天');
    await photograph(page, 'protocol-2-publish');
    await dialog.getByRole('button', { name: /^发\s?布$/ }).click();
    await page.getByText('第 2 版').waitFor();
    await page.getByText('提早到两天').first().waitFor();
    await page.getByText('与已发布的版本一致').waitFor();
    expectCalm(owner);
  });
});
