import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import type { Visitor } from './support/a-browser.ts';
import { aDesk, aPhone, ask, aStory, joins, theClinic } from './support/a-story.ts';

const today = '2026-03-12';
const { owner, desk, colleague, phone, visits } = aStory('booking', {
  ...{ desk: aDesk, colleague: aDesk, phone: aPhone },
});

interface Booked {
  id: string;
  startsAt: string;
  customerName: string;
  origin: string;
  movedTimes: number;
}

let clinicId: string;

async function theBook(): Promise<Booked[]> {
  const asked = `/appointments?clinicId=${clinicId}&from=${today}&to=${today}`;
  return (await ask<{ items: Booked[] }>(owner, asked)).items;
}

/** A page of their own for customers, with one thing to book, and a doctor who has time. */
async function opensToCustomers(): Promise<string> {
  const elsewhere = await visits();
  await joins(owner, elsewhere, { name: '郑一', role: 'doctor', login: 'zhengyi' });
  await elsewhere.context.close();
  const { items } = await ask<{ items: { id: string; name: string; version: number }[] }>(
    owner,
    '/appointment-kinds',
  );
  const kind = items.find(({ name }) => name === '洁牙')!;
  const { version } = kind;
  await ask(owner, `/appointment-kinds/${kind.id}`, { isOnline: true }, { method: 'PATCH', version });
  const address = `/clinics/${clinicId}/online-booking`;
  const place = await ask<{ rules: object; path: string; version: number }>(owner, address);
  const rules = { ...place.rules, isOpen: true };
  await ask(owner, address, { rules }, { method: 'PUT', version: place.version });
  return place.path;
}

const cardOf = (page: Page, name: string) => page.locator('.book-card', { hasText: name });

async function drags({ page }: Visitor, name: string, down: number): Promise<void> {
  const card = (await cardOf(page, name).elementHandle())!;
  await card.waitForElementState('stable');
  const box = (await card.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + down / 2, { steps: 4 });
  await page.mouse.move(x, y + down, { steps: 4 });
  await page.mouse.up();
}

/** The book stays on a screen as it was: a network that lags. */
async function staysAsItWas({ page }: Visitor): Promise<void> {
  const shown = await page.evaluate(
    async (address) => (await fetch(address)).text(),
    `/api/v1/appointments/book?clinicId=${clinicId}&from=${today}&days=1`,
  );
  await page.route('**/appointments/book*', (route) =>
    route.fulfill({ contentType: 'application/json', body: shown }),
  );
}

describe('a customer books', () => {
  it('on the phone, once a code has proved the number', async () => {
    clinicId = await theClinic(owner);
    await joins(owner, desk, { name: '小周', role: 'front_desk', login: 'xiaozhou' });
    await joins(owner, colleague, { name: '小吴', role: 'front_desk', login: 'xiaowu' });
    const { page } = phone;
    await page.goto(await opensToCustomers());
    await page.getByRole('button', { name: /洁牙/ }).click();
    await page.getByRole('heading', { name: '3月12日周四 · 上午' }).waitFor();
    await photograph(page, 'booking-1-times');
    await page.getByRole('button', { name: /郑一/ }).first().click();
    await page.getByRole('textbox', { name: '您的手机号' }).fill('13812345678');
    await page.getByRole('button', { name: '发送验证码' }).click();
    const code = /验证码是 (\d{6})/.exec(await page.getByText(/验证码是 \d{6}/).innerText())![1]!;
    await page.getByRole('textbox', { name: '您的姓名' }).fill('欧阳晓雯');
    await page.getByRole('textbox', { name: '短信里的验证码' }).fill(code);
    await page.getByRole('button', { name: '确认预约' }).click();
    await page.getByRole('heading', { name: '已为您约好' }).waitFor();
    expect(await theBook()).toMatchObject([{ customerName: '欧阳晓雯', origin: 'online' }]);
    expectCalm(phone);
  });

  it('and stands in the desk’s book; of two desks that drag it one moves it, the other is asked', async () => {
    for (const { page } of [desk, colleague]) {
      await page.goto('/appointments');
      await cardOf(page, '欧阳晓雯').waitFor();
    }
    const [before] = await theBook();
    await staysAsItWas(colleague);
    await drags(desk, '欧阳晓雯', 120);
    await desk.page.getByText('已改期').waitFor();
    const [moved] = await theBook();
    expect(moved!.startsAt > before!.startsAt).toBe(true);

    await drags(colleague, '欧阳晓雯', 200);
    const dialog = colleague.page.getByRole('dialog');
    await dialog.getByText(/欧阳晓雯/).waitFor();
    await photograph(colleague.page, 'booking-2-two-desks');
    await dialog.getByRole('button', { name: '就按现在的' }).click();
    expect(await theBook()).toMatchObject([{ id: moved!.id, startsAt: moved!.startsAt, movedTimes: 1 }]);
    expectCalm(desk);
    expectCalm(colleague);
  });
});
