import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aDesk, ask, aStory, chooseByKey, joins, theClinic } from './support/a-story.ts';

const names = ['周小雨', '吴倩', '郑爽', '孙丽', '钱进', '冯媛', '陈晨', '褚健', '卫青', '蒋欣'];
const { owner, agent } = aStory('keyboard', { agent: aDesk }, { clock: '2026-03-12T09:30' });

beforeAll(async () => {
  const clinicId = await theClinic(owner);
  const place = { address: '江滨路8号2层', phone: '0591-87000000' };
  await ask(owner, `/clinics/${clinicId}`, place, { method: 'PATCH', version: 1 });
  await joins(owner, agent, { name: '林悦', role: 'cs_agent', login: 'linyue' });
  for (const [index, name] of names.entries()) {
    const came = { name, clinicId, channelSource: '朋友介绍', phone: `1380000${1000 + index}` };
    const { id: customerId } = await ask<{ id: string }>(owner, '/customers', came);
    const visit = { customerId, clinicId, chiefComplaint: null };
    const { id } = await ask<{ id: string }>(owner, '/visits', visit);
    await ask(owner, `/visits/${id}/close`, {}, { version: 1 });
  }
});

/** Two cores that have much else to do are slow, not wrong. */
const patiently = { timeout: 60_000 };

const sheetOf = (page: Page) => page.locator('article.call-sheet');
const whoIsOpen = (page: Page) => sheetOf(page).getAttribute('aria-label');

/** As the hands go from field to field. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${selector}`);
}

/** Saves, and waits until the next customer is open. */
async function saveAndMoveOn(page: Page): Promise<void> {
  const before = await whoIsOpen(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => whoIsOpen(page), patiently).not.toBe(before);
}

describe('a day at the telephone', () => {
  it('is worked with the keyboard alone: ten customers, a slip undone, a promise in writing', async () => {
    const { page } = agent;
    const today = () => ask<{ customers: number }>(agent, '/followups/today');
    await expect.poll(async () => (await today()).customers, patiently).toBe(names.length);
    await page.addInitScript(
      "addEventListener('pointerdown', () => document.documentElement.setAttribute('data-mouse', 'used'), true)",
    );
    await page.goto('/');
    await sheetOf(page).waitFor();
    const first = (await whoIsOpen(page))!;

    const said = page.locator('.heard textarea').first();
    await chooseByKey(page, '1', '已联系上');
    await tabTo(page, '.heard textarea');
    await page.keyboard.type('恢复得不错，没有不舒服');
    await saveAndMoveOn(page);
    await page.getByText(/撤销/).first().waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => whoIsOpen(page), patiently).toBe(first);
    await expect.poll(() => said.inputValue(), patiently).toBe('恢复得不错，没有不舒服');
    await saveAndMoveOn(page);

    const second = await whoIsOpen(page);
    await page.keyboard.press('j');
    await expect.poll(() => whoIsOpen(page), patiently).not.toBe(second);
    await page.keyboard.press('k');
    await expect.poll(() => whoIsOpen(page), patiently).toBe(second);

    await chooseByKey(page, '2', '无人接听');
    await saveAndMoveOn(page);
    await chooseByKey(page, '3', '约定再打');
    await page.keyboard.press('Enter');
    await saveAndMoveOn(page);
    await chooseByKey(page, '4', '客户拒绝');
    await page.keyboard.type('暂时不需要');
    await saveAndMoveOn(page);
    await chooseByKey(page, '5', '号码错误');
    await saveAndMoveOn(page);

    await chooseByKey(page, '1', '已联系上');
    await tabTo(page, '.call-facts .ant-picker input');
    await page.keyboard.type('2026-03-20');
    await page.keyboard.press('Enter');
    const offered = page.locator('.after-messages');
    await offered.waitFor();
    await tabTo(page, '.after-messages input[type=checkbox]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await tabTo(page, '.after-messages input[type=checkbox]');
    await page.keyboard.press('Space');
    await photograph(page, 'keyboard-1-in-writing');
    await page.getByRole('radio', { name: /已联系上/, checked: true }).waitFor();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/followups/calls')),
      saveAndMoveOn(page),
    ]);
    expect(answer.ok()).toBe(true);
    expect(answer.request().postDataJSON()).toMatchObject({
      nextAppointmentOn: '2026-03-20',
      summary: expect.stringContaining('来院') as string,
      sendsAddress: true,
    });

    for (let called = 6; called < names.length; called += 1) {
      await chooseByKey(page, '1', '已联系上');
      await saveAndMoveOn(page);
    }
    const left = () => ask<{ counters: Record<string, number> }>(agent, '/followups/today');
    await expect
      .poll(async () => (await left()).counters, patiently)
      .toMatchObject({ waiting: 2, overdue: 0, due_now: 0, later_today: 0 });
    expect(await page.locator('html').getAttribute('data-mouse')).toBeNull();
    await photograph(page, 'keyboard-2-done');
    expectCalm(agent);
  });
});
