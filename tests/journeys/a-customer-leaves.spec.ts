import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { ask, aStory, theClinic } from './support/a-story.ts';

const { owner: desk } = aStory('checkout');

let clinicId: string;

async function comes(name: string): Promise<void> {
  const { id: customerId } = await ask<{ id: string }>(desk, '/customers', {
    ...{ name, clinicId, channelSource: '路过' },
  });
  await ask(desk, '/visits', { customerId, clinicId });
  await fillsIntakeIn(customerId);
}

/** First visitors owe their intake form the same day; who left none would stand in the pack as well. */
async function fillsIntakeIn(customerId: string): Promise<void> {
  const asked = { code: 'intake-dental', source: 'staff' };
  const { request } = await ask<{ request: { id: string } }>(
    desk,
    `/customers/${customerId}/form-requests`,
    asked,
  );
  const values = {
    ...{ complaint: '牙疼', 'who-fills': 'self', allergies: ['penicillin'], medicines: ['none'] },
    ...{
      conditions: ['none'],
      pregnancy: 'none',
      bleeding: ['none'],
      anaesthesia: ['never'],
      consent: 'yes',
    },
  };
  await ask(desk, `/form-requests/${request.id}/answer`, { values, sendId: crypto.randomUUID() });
}

/** The list is there, and the sheet of whoever is chosen. */
async function chooses(key: 'j' | 'k', name: string): Promise<void> {
  const { page } = desk;
  await page.keyboard.press(key);
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('radiogroup', { name: '收费结清' }).waitFor();
}

describe('a customer leaves', () => {
  it('with six answers by keyboard alone', async () => {
    const { page } = desk;
    clinicId = await theClinic(desk);
    await comes('欧阳晓雯');
    await comes('林芳');
    await page.goto('/checkout');
    await page.getByRole('button', { name: /欧阳晓雯/ }).waitFor();
    await chooses('j', '欧阳晓雯');

    // No appointment, for the first reason of the list; the words beside it are left empty.
    await page.keyboard.press('2');
    await page.getByRole('combobox', { name: '为什么没有约' }).waitFor();
    await page.getByTitle('治疗已全部完成').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[aria-current=step]', { hasText: '产品或会员' }).waitFor();
    await page.keyboard.press('2');
    await page.locator('[aria-current=step]', { hasText: '约好的回访' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('combobox', { name: '哪一天' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.locator('[aria-current=step]', { hasText: '满意度评价' }).waitFor();
    await page.keyboard.press('1');
    await page.getByText('请客户扫码，在自己的手机上评价').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: /完成离店/ }).isEnabled();
    await page.keyboard.press('Control+Enter');
    await page.getByText('欧阳晓雯已办好离店').waitFor();
    await photograph(page, 'checkout-1-done');
  });

  it('and stands with the reason in the evening’s pack, whose line leaves with somebody and a time', async () => {
    const { page } = desk;
    await ask(desk, '/trial-clock', { at: '2026-03-12T18:30' });
    await expect
      .poll(
        async () =>
          (
            await ask<{ lines: { kind: string }[] }>(desk, `/huddles?kind=evening&clinicId=${clinicId}`)
          ).lines.map(({ kind }) => kind),
        { timeout: 20_000 },
      )
      .toEqual(['no-next', 'promise']);
    await page.goto('/huddles?kind=evening');
    const line = page.getByRole('region', { name: '没有约下次' });
    await line.getByText('欧阳晓雯').waitFor();
    await line.getByRole('combobox', { name: '负责人 欧阳晓雯' }).click();
    await page.getByTitle(/王敏/).click();
    await line.getByRole('button', { name: '定下' }).click();
    await line.getByText(/王敏，.*前/).waitFor();
    // The time agreed on this morning ends tomorrow: the meeting is sure of it.
    const promise = page.getByRole('region', { name: '快到期的承诺' });
    await promise.getByRole('button', { name: '已了结' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('结果').fill('王敏明早十点打');
    await dialog.getByRole('button', { name: '已了结' }).click();
    await promise.getByText('王敏：王敏明早十点打').waitFor();
    await page.getByRole('button', { name: '结束会议' }).click();
    await page.getByText(/王敏于.*结束会议/).waitFor();
    await photograph(page, 'checkout-2-evening');
    expectCalm(desk);
  });
});
