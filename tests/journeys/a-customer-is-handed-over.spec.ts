import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aDesk, ask, aStory, joins, openMenu, theClinic } from './support/a-story.ts';

const { owner, colleague, visits } = aStory('handover', { colleague: aDesk });
let customerId: string;

/** Owes them a call, and one that was made: scored, with a promise. */
async function isCalled(id: string, assigneeId: string): Promise<void> {
  const reminder = { customerId: id, assigneeId, dueOn: '2026-03-12', matter: '问候' };
  const { id: followupId, version } = await ask<{ id: string; version: number }>(
    owner,
    '/followups/reminders',
    reminder,
  );
  await ask(owner, '/followups/calls', {
    ...{ customerId: id, result: 'reached', actionPlan: '送复查券' },
    followups: [{ followupId, version, score: 9, notes: '恢复得很好' }],
  });
  await ask(owner, '/followups/reminders', reminder);
}

describe('customers are handed on, and the new owner reads what there is to know', () => {
  it('opens a house with two consultants and the customers of one', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByRole('heading', { name: '今日工作' }).waitFor();

    const li = await joins(owner, await visits(), { name: '李顾问', role: 'consultant', login: 'li' });
    const wu = await joins(owner, colleague, { name: '吴顾问', role: 'consultant', login: 'wu' });
    const clinicId = await theClinic(owner);
    const make = (facts: object) =>
      ask<{ id: string }>(owner, '/customers', { clinicId, channelSource: '路过', ...facts });
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
