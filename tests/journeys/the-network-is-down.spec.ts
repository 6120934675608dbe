import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import type { Visitor } from './support/a-browser.ts';
import { aDesk, ask, aStory, joins, theClinic } from './support/a-story.ts';

const { owner: desk, otherDesk, house } = aStory('offline', { otherDesk: aDesk });

/** How much this browser has on its disk. */
function kept(page: Page, store: 'lists' | 'arrivals'): Promise<number> {
  // Looked at only: what is not there yet is the page's to make.
  return page.evaluate<number>(`(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'carecurve')) return 0;
    const done = (asked) => new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    const database = await done(indexedDB.open('carecurve'));
    const count = await done(database.transaction('${store}').objectStore('${store}').count());
    database.close();
    return count;
  })()`);
}

/** At the board, with everything kept that it takes to open it without the server. */
async function opensBoard({ page }: Visitor, name: string): Promise<void> {
  await page.goto('/board');
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await expect.poll(() => kept(page, 'lists'), { timeout: 60_000 }).toBe(1);
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** Not on the list: looked for, not found, and written down. */
async function walksIn(page: Page, person: { name: string; phone: string; source: string }): Promise<void> {
  await page.getByLabel('输入姓名或客户号，回车登记到店').fill(person.name);
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: '没有预约的到店' });
  await form.getByLabel('电话').fill(person.phone);
  await form.getByLabel('来源渠道').fill(person.source);
  await form.getByRole('button', { name: '到了' }).click();
  await row(page, person.name).getByText('待送出').waitFor();
}

describe('without the network', () => {
  it('today’s list stays readable, and who comes meanwhile is received once when it is back', async () => {
    const { page, context } = desk;
    const clinicId = await theClinic(desk);
    await joins(desk, otherDesk, { name: '周前', role: 'front_desk', login: 'zhouqian' });
    const booked = new Map<string, { customerId: string; appointmentId: string }>();
    for (const [index, name] of ['林芳', '周敏', '何静'].entries()) {
      const { id: customerId } = await ask<{ id: string }>(desk, '/customers', {
        ...{ name, clinicId, channelSource: '路过' },
      });
      const startsAt = `2026-03-12T0${index + 2}:00:00.000Z`;
      const { id } = await ask<{ id: string }>(desk, '/appointments', {
        ...{ customerId, clinicId, startsAt, minutes: 30 },
      });
      booked.set(name, { customerId, appointmentId: id });
    }
    const known = { name: '孙悦', phone: '13812345678', clinicId, channelSource: '路过' };
    const { id: knownId } = await ask<{ id: string }>(desk, '/customers', known);
    await opensBoard(desk, '林芳');

    await context.setOffline(true);
    await page.getByText('起断网').waitFor();
    await row(page, '林芳').getByRole('button', { name: '到了' }).click();
    await row(page, '林芳').getByText('待送出').waitFor();
    await page.getByLabel('输入姓名或客户号，回车登记到店').fill('周敏');
    await page.keyboard.press('Enter');
    await page.getByLabel('输入姓名或客户号，回车登记到店').fill('');
    await row(page, '周敏').getByText('待送出').waitFor();
    await walksIn(page, { name: '钱多', phone: '1381234', source: '路过' });
    await walksIn(page, { name: '孙悦', phone: '13812345678', source: '' });

    await page.reload();
    await row(page, '林芳').getByText('待送出').waitFor();
    await row(page, '周敏').getByText('待送出').waitFor();
    await row(page, '何静').getByRole('button', { name: '到了' }).waitFor();
    await photograph(page, 'offline-desk');

    // At the other desk, which has another way to the server, somebody receives one of them.
    await ask(otherDesk, '/reception/arrivals', { ...booked.get('周敏')!, clinicId });

    await context.setOffline(false);
    await page.getByText('3 位断网时登记的到店要您看一下').waitFor();
    const toDecide = (name: string) => page.getByRole('listitem').filter({ hasText: `${name} ` });
    await toDecide('周敏').getByText('已经登记过了').waitFor();
    await toDecide('周敏').getByRole('button', { name: '知道了' }).click();
    await toDecide('钱多').getByText('电话号码不对').waitFor();
    await toDecide('钱多').getByLabel('电话').fill('13911112222');
    await page.keyboard.press('Enter');
    await toDecide('孙悦').getByText('是不是同一位').waitFor();
    await photograph(page, 'offline-decide');
    await page.getByRole('button', { name: '就是这一位' }).click();
    await page.getByText('要您看一下').waitFor({ state: 'detached' });
    await expect.poll(() => kept(page, 'arrivals'), { timeout: 60_000 }).toBe(0);
    const { items } = await ask<{ items: { appointmentId: string | null; customerId: string }[] }>(
      desk,
      `/visits?clinicId=${clinicId}&day=2026-03-12`,
    );
    const came = ['林芳', '周敏'].map((name) => booked.get(name)!.appointmentId);
    const walkIns = items.filter(({ appointmentId }) => appointmentId === null);
    expect(items.flatMap(({ appointmentId }) => appointmentId ?? []).sort()).toEqual(came.sort());
    expect(walkIns.map(({ customerId }) => customerId)).toContain(knownId);
    const { items: people } = await ask<{ items: { id: string; name: string }[] }>(
      desk,
      '/customers?search=钱多',
    );
    expect(people.map(({ id }) => id)).toEqual(
      walkIns.map(({ customerId }) => customerId).filter((id) => id !== knownId),
    );
  });

  it('what was written on paper meanwhile is entered by its code, and stands with both its times', async () => {
    const { page } = desk;
    const clinicId = await theClinic(desk);
    const { id: customerId } = await ask<{ id: string }>(desk, '/customers', { name: '郑路', clinicId });
    const tomorrow = { customerId, clinicId, startsAt: '2026-03-13T02:00:00.000Z', minutes: 30 };
    await ask(desk, '/appointments', tomorrow);

    await page.goto('/paper-sheets');
    await page.getByRole('button', { name: '现在生成' }).click();
    await page.getByRole('button', { name: '打印 确认单' }).click();
    const paper = page.getByRole('table').filter({ hasText: '确认单' });
    const code = await paper.getByText(/^\w{3}-\w{3}-\w$/).textContent();
    await page.getByRole('button', { name: '全部重新打印 确认单' }).waitFor();

    await page.getByText('补录', { exact: true }).click();
    await page.getByLabel('纸单编码').fill(code!.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByLabel('时间').fill('0859');
    await page.keyboard.press('Enter');
    await page.getByText('已补录：郑路，会来').waitFor();

    await page.goto('/confirmations');
    await page.getByText('全部', { exact: true }).click();
    await row(page, '郑路')
      .getByText(/王敏.*08:59/)
      .waitFor();
    await row(page, '郑路').getByText(/补录/).waitFor();
  });

  it('a server that is gone leaves the list to who is signed in, and nothing to who signed out', async () => {
    await opensBoard(otherDesk, '何静');
    await opensBoard(desk, '何静');
    await desk.page.getByRole('button', { name: /王敏/ }).click();
    await desk.page.getByText('退出登录').click();
    await desk.page.getByLabel('登录名').waitFor();
    expect(await kept(desk.page, 'lists')).toBe(0);

    await house.close();
    await otherDesk.page.reload();
    await row(otherDesk.page, '林芳').getByText('已到').waitFor();
    await row(otherDesk.page, '何静').getByRole('button', { name: '到了' }).waitFor();
    await desk.page.reload();
    await desk.page.getByText('连不上服务器').first().waitFor();
    expect(await desk.page.getByText('何静').count()).toBe(0);
    expectCalm(desk);
    expectCalm(otherDesk);
  });
});
