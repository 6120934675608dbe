import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aDesk, ask, aStory, joins, openMenu, theClinic } from './support/a-story.ts';

const { owner, consultant, colleague } = aStory('release', { consultant: aDesk, colleague: aDesk });

async function itIs(at: string): Promise<void> {
  await ask(owner, '/trial-clock', { at });
}

/** Came on the day the house opened; whose visit stays open is still in treatment. */
async function cameWith(name: string, ownerId: string, isClosed: boolean): Promise<void> {
  const clinicId = await theClinic(owner);
  const { id } = await ask<{ id: string }>(owner, '/customers', {
    ...{ name, clinicId, ownerId, channelSource: '路过' },
  });
  const visit = await ask<{ id: string; version: number }>(owner, '/visits', { customerId: id, clinicId });
  if (isClosed) await ask(owner, `/visits/${visit.id}/close`, {}, { version: visit.version });
}

describe('a release is warned of, proposed on the 1st, decided, and the customer claimed', () => {
  it('opens a house with two consultants and who came to them', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByRole('heading', { name: '今日工作' }).waitFor();

    const li = await joins(owner, consultant, { name: '李顾问', role: 'consultant', login: 'li' });
    await joins(owner, colleague, { name: '吴顾问', role: 'consultant', login: 'wu' });
    await cameWith('欧阳晓雯', li, true);
    await cameWith('赵敏', li, false);
  });

  it('says in words what the rules are, and publishes them without one', async () => {
    const { page } = owner;
    await openMenu(page, '释放规则');
    await page.getByText('超过 6 个月没有到诊，每月 1 日提请总经理复核释放。').waitFor();
    await page.getByRole('button', { name: '删除规则 2' }).click();
    await page.getByRole('button', { name: /^发\s?布$/ }).click();
    await page
      .locator('.ant-modal-confirm-btns')
      .getByRole('button', { name: /发\s?布/ })
      .click();
    await page.getByText('已发布，今晚起生效').waitFor();
    await page.getByText('第 1 版，王敏').waitFor();
    await photograph(page, 'release-1-rules');
  });

  it('warns the owner two weeks ahead and says what keeps the customer', async () => {
    await itIs('2026-09-17T09:00');
    const { page } = consultant;
    await expect
      .poll(async () => (await ask<{ items: unknown[] }>(consultant, '/ownership/warnings')).items.length, {
        timeout: 60_000,
      })
      .toBe(1);
    await page.goto('/');
    await page.getByText('您有 1 位客户即将被释放').waitFor();
    await photograph(page, 'release-2-today');
    await page.getByRole('link', { name: '查看并留住' }).click();
    await page.getByText('还有 14 天').waitFor();
    await page.getByRole('button', { name: '约好下次到诊' }).waitFor();
    await photograph(page, 'release-3-mine');
  });

  it('puts them on the list of the 1st, and nobody who is in treatment', async () => {
    await itIs('2026-10-01T09:00');
    const { page } = owner;
    await expect
      .poll(async () => (await ask<{ total: number }>(owner, '/ownership/releases')).total, {
        timeout: 60_000,
      })
      .toBe(1);
    await openMenu(page, '释放审核');
    await page.getByRole('link', { name: '欧阳晓雯' }).waitFor();
    await page.getByText('自 2026年3月12日 起没有到诊').waitFor();
    expect(await page.getByText('赵敏').count()).toBe(0);
    await page.getByRole('checkbox', { name: '选择 欧阳晓雯' }).check();
    await photograph(page, 'release-4-list');

    await page.getByRole('button', { name: '释放到公海' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 位客户、', { exact: false }).waitFor();
    await photograph(page, 'release-5-preview');
    await dialog.getByRole('button', { name: /释\s?放/ }).click();
    await page.getByText('没有待审定的释放').waitFor();
    await page.getByText('已审定', { exact: true }).click();
    await page.getByText('释放到公海').waitFor();
    await photograph(page, 'release-6-decided');
  });

  it('lets a colleague claim from the pool, and the former owner wait', async () => {
    await openMenu(consultant.page, '公海');
    await consultant.page.getByText('冷却期内').waitFor();

    const { page } = colleague;
    await openMenu(page, '公海');
    await photograph(page, 'release-7-pool');
    await page.getByRole('button', { name: '认领 欧阳晓雯' }).click();
    await page.getByText('已认领 欧阳晓雯').waitFor();
    await openMenu(page, '我的客户');
    // Beside the list stands that the handover is still to be read.
    await page.getByRole('table', { name: '我的客户' }).getByRole('link', { name: '欧阳晓雯' }).click();
    const owners = page.getByRole('region', { name: '归属记录' });
    await owners.getByText('吴顾问', { exact: true }).waitFor();
    await owners.getByText('结束：释放', { exact: false }).waitFor();
    await owners.scrollIntoViewIfNeeded();
    await photograph(page, 'release-8-history');
    for (const visitor of [owner, consultant, colleague]) expectCalm(visitor);
  });
});
