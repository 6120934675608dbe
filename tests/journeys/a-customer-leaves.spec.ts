import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aPhone, ask, aStory, joins, theClinic } from './support/a-story.ts';

const { owner: desk, doctor } = aStory('checkout', { doctor: aPhone });

let clinicId: string;

async function isKnown(name: string): Promise<string> {
  const customer = { name, clinicId, channelSource: '路过' };
  return (await ask<{ id: string }>(desk, '/customers', customer)).id;
}

/** First visitors owe their intake form the same day. */
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

/** Moves by the Tab key alone until a button or link of that name is marked, and presses it. */
async function presses(name: string): Promise<void> {
  const { page } = desk;
  for (let steps = 0; steps < 120; steps += 1) {
    const marked = await page.locator(':focus').allTextContents();
    if (marked[0]?.replace(/\s/g, '') === name) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}

/** The list is there, and the sheet of whoever is chosen. */
async function chooses(key: 'j' | 'k', name: string): Promise<void> {
  const { page } = desk;
  await page.keyboard.press(key);
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('radiogroup', { name: '收费结清' }).waitFor();
}

describe('a customer comes', () => {
  it('is received by two keys, seen to by triage and led to the checkout without a mouse', async () => {
    const { page } = desk;
    clinicId = await theClinic(desk);
    await joins(desk, doctor, { name: '李明', role: 'doctor', login: 'liming' });
    const customerId = await isKnown('欧阳晓雯');
    await page.goto('/board');
    await page.getByRole('textbox', { name: /客户到店/ }).waitFor();
    await page.keyboard.type('欧阳');
    await page
      .getByRole('list', { name: /回车选中/ })
      .getByText('欧阳晓雯')
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '登记到店' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/欧阳晓雯 已到店/).waitFor();
    await page
      .getByRole('region', { name: /没有问诊表/ })
      .getByText('欧阳晓雯')
      .waitFor();
    await fillsIntakeIn(customerId);

    const arrived = page.getByRole('region', { name: '已到' });
    await arrived.getByText(/青霉素类/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: /欧阳晓雯/ });
    await sheet.getByText('李明').waitFor();
    await photograph(page, 'checkout-0-triage');
    await presses('安排');
    await page.getByText('已安排').waitFor();
    await presses('进诊室');
    await page.getByText('已移到“诊疗中”').waitFor();
    await presses('去结算');
    await page.getByText('已移到“结算”').waitFor();
    await presses('办离店');
    await page.getByRole('radiogroup', { name: '收费结清' }).waitFor();
    const next = await isKnown('林芳');
    await ask(desk, '/visits', { customerId: next, clinicId });
    await fillsIntakeIn(next);
    expectCalm(desk);
  });
});

describe('a customer leaves', () => {
  it('with six answers by keyboard alone', async () => {
    const { page } = desk;
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
    const done = page.getByRole('button', { name: /完成离店/ });
    await expect.poll(() => done.isEnabled(), { timeout: 60_000 }).toBe(true);
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
        { timeout: 60_000 },
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
