import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectCalm, photograph } from './support/a-browser.ts';
import type { Visitor } from './support/a-browser.ts';
import { aDesk, aStory, chooseByKey, openMenu, password } from './support/a-story.ts';

/** Yesterday's appointments of a clinic, as its old system wrote them. */
const sheet = [
  '病历号,姓名,手机号,性别,预约编号,预约时间,是否到诊,主诉',
  'A001,欧阳晓雯,138 0000 0101,女,P1,2026-03-11 09:30,是,右下后牙冷热敏感',
  'A002,单立人,13800000102,男,P2,2026-03-11 10:00,是,洗牙',
  'A003,李静,12345,女,P3,2026-03-11 10:30,是,牙龈出血',
  'A004,王磊,13800000104,男,P4,2026-03-11 11:00,否,复查',
  'A005,赵敏,13800000105,女,P5,明天下午,是,咨询矫正',
].join('\r\n');

const { house, owner, agent, visits } = aStory('first', { agent: aDesk }, { isOpened: false });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).last().click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

/**
 * Asks the server until the page says that the sign-in has ended. What was read a moment ago is shown without asking,
 * and a page that looks by itself may have found out before anybody clicks.
 */
async function untilSignedOut(page: Page): Promise<void> {
  const told = page.getByRole('dialog').getByText('登录已失效');
  const soon = { timeout: 500 };
  const searchBox = page.getByRole('main').getByRole('search').getByRole('textbox');
  let asked = 0;
  await expect
    .poll(
      async () => {
        if (await told.isVisible()) return true;
        await page
          .getByRole('link', { name: '今日工作', exact: true })
          .click(soon)
          .catch(() => undefined);
        await searchBox.fill(`欧阳${(asked += 1)}`, soon).catch(() => undefined);
        return told.isVisible();
      },
      { interval: 500, timeout: 60_000 },
    )
    .toBe(true);
}

/** Somebody invited by the owner chooses a login at a screen of their own. */
async function invite(visitor: Visitor, name: string, role: string, login: string): Promise<void> {
  const { page } = owner;
  await openMenu(page, '员工');
  await page.getByRole('button', { name: '邀请员工' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill(name);
  await choose(page, '岗位', role);
  await drawer.getByRole('switch', { name: '全部门诊' }).click();
  await drawer
    .getByRole('button', { name: /保\s?存|邀\s?请/ })
    .last()
    .click();
  const link = await page.getByLabel('邀请链接').inputValue();
  await page.keyboard.press('Escape');
  await visitor.page.goto(link);
  await visitor.page.getByLabel('登录名').fill(login);
  await visitor.page.getByLabel('密码', { exact: true }).fill(password);
  await visitor.page.getByRole('button', { name: '加入并登录' }).click();
}

async function moveClock(button: '+1 小时' | '+1 天'): Promise<void> {
  await owner.page.getByRole('button', { name: button }).click();
  await owner.page
    .getByText(/时钟已走到/)
    .last()
    .waitFor();
}

describe('a visit is followed up until there is an answer', () => {
  it('begins on an empty machine, with an organization and its owner', async () => {
    const { page } = owner;
    await page.goto('/');
    await page.getByLabel('机构名称').fill('晴川口腔');
    await page.getByLabel('第一家门诊').fill('江滨门诊');
    await page.getByLabel('您的姓名').fill('王敏');
    await page.getByLabel('登录名').fill('wangmin');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await photograph(page, '1-first-run');
    await page.getByRole('button', { name: '建立机构并登录' }).click();

    await page.getByRole('heading', { name: '今日工作' }).waitFor();
    expect(
      await page
        .getByText(/2026年3月12日 09:0\d/)
        .first()
        .textContent(),
    ).toContain('2026年3月12日');
  });

  it('opens a second clinic and invites an agent, who joins', async () => {
    const { page } = owner;
    await openMenu(page, '门诊');
    await page.getByRole('button', { name: '新增门诊' }).click();
    await page.getByRole('dialog').getByLabel('门诊名称').fill('城东门诊');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s?存/ })
      .click();
    await page.getByText('城东门诊').first().waitFor();

    await invite(agent, '小陈', '客服专员', 'xiaochen');
    await agent.page.getByRole('heading', { name: '今日工作' }).waitFor();
    await agent.page.getByText('现在没有要回访的客户').waitFor();
    await photograph(agent.page, '2-nothing-due');
  });

  it('brings in yesterday’s sheet, says which rows are doubtful, and leaves one out', async () => {
    const { page } = owner;
    const file = path.join(house.dataDir, '昨日预约.csv');
    await writeFile(file, sheet);
    await openMenu(page, '导入');
    await page.locator('input[type=file]').setInputFiles(file);
    await choose(page, '导入到哪家门诊', '江滨门诊');
    await page.getByRole('button', { name: '上传并检查' }).click();

    await page.getByText('检查完毕，还没有写入任何数据').waitFor();
    await page.getByText('明天下午').first().waitFor();
    await photograph(page, '3-import-checked');
    await page.getByRole('button', { name: '开始导入' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /确\s?定|导\s?入/ })
      .last()
      .click();
    await page.getByText(/^导入完成，/).waitFor();
    await photograph(page, '4-import-done');
  });

  it('puts the three who came on the agent’s list of today', async () => {
    const { page } = agent;
    await page.reload();
    const list = page.getByRole('region', { name: '今日客户' }).or(page.getByRole('list')).first();
    await page.getByRole('button', { name: /欧阳晓雯/ }).waitFor();
    const came = list.getByRole('button', { name: /初诊回访/ });
    await expect.poll(() => came.count(), { timeout: 60_000 }).toBe(3);
    await page.getByRole('button', { name: /欧阳晓雯/ }).click();
    await page
      .getByText(/欧阳晓雯您好|您好，欧阳晓雯|欧阳晓雯/)
      .nth(1)
      .waitFor();
    expect(await page.content()).not.toContain('13800000101');
    await photograph(page, '5-today');
  });

  it('records that nobody answered, with two keys, and says when to try again', async () => {
    const { page } = agent;
    await chooseByKey(page, '2', '无人接听');
    await page
      .getByText(/11:0\d 再联系|再联系/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/撤销（\d+）/).waitFor();
    await page
      .getByRole('button', { name: /单立人|李静/ })
      .and(page.locator('[aria-current=true]'))
      .waitFor();
    await photograph(page, '6-moved-on');
  });

  it('brings the customer back at another hour, reached and not content', async () => {
    await moveClock('+1 小时');
    await moveClock('+1 小时');
    const { page } = agent;
    await page.reload();
    await page.getByRole('button', { name: /欧阳晓雯/ }).click();
    await chooseByKey(page, '1', '已联系上');
    await page
      .getByRole('radiogroup', { name: '满意度' })
      .getByRole('radio', { name: '5', exact: true })
      .click();
    await page.getByPlaceholder('客户怎么说的，原话最好').first().fill('等了四十分钟，没有人跟我说一声。');
    await photograph(page, '7-reached');
    await page.getByRole('button', { name: /保存并下一位/ }).click();
    await page.getByText(/撤销（\d+）/).waitFor();
  });

  it('tells it all on the customer’s timeline', async () => {
    const { page } = agent;
    await openMenu(page, '客户');
    await page.getByPlaceholder(/姓名、拼音/).fill('oyxw');
    await page.getByRole('link', { name: '欧阳晓雯' }).first().click();
    await page.getByText('等了四十分钟，没有人跟我说一声。').first().waitFor();
    for (const words of ['无人接听', '已联系上', '初诊', '右下后牙冷热敏感', '安排回访'])
      await page.getByRole('main').getByText(words).first().waitFor();
    await photograph(page, '8-timeline');
  });

  it('shows the supervisor who is not content and whom nobody reached', async () => {
    const supervisor = await visits();
    await invite(supervisor, '刘主管', '客服主管', 'liu');
    const { page } = supervisor;
    await page.getByRole('heading', { name: '今日工作' }).waitFor();
    await page.getByRole('button', { name: /欧阳晓雯/ }).waitFor();
    await page.getByText('等了四十分钟，没有人跟我说一声。').first().waitFor();
    await photograph(page, '9-supervisor-today');

    await moveClock('+1 天');
    await page.reload();
    await openMenu(page, '未完成');
    await page.getByText('单立人').first().waitFor();
    await page.getByText('小陈').first().waitFor();
    await photograph(page, '10-unfinished');
    expectCalm(supervisor);
  });

  it('is not found where there is nothing, in words, and speaks English at a click', async () => {
    const { page } = owner;
    await page.goto('/no-such-page');
    await page
      .getByText(/找不到|没有这一页|不存在/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'English' }).or(page.getByText('English')).first().click();
    await openMenu(page, 'Customers');
    await page.getByRole('heading', { name: 'Customers' }).waitFor();
    await photograph(page, '11-english');
  });

  it('ends at once for somebody who is disabled, without losing the page', async () => {
    const { page } = owner;
    await page.getByText('中文').first().click();
    await openMenu(page, '员工');
    await page.getByRole('row', { name: /小陈/ }).getByRole('button').last().click();
    await page.getByRole('menuitem', { name: '停用' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /停\s?用|确\s?定/ })
      .last()
      .click();
    await page.getByRole('row', { name: /小陈/ }).getByText('已停用').waitFor();
    await untilSignedOut(agent.page);
    await photograph(agent.page, '12-session-ended');
    expectCalm(owner);
    expectCalm(agent);
  });
});
