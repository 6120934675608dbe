import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aPhone, ask, aStory, theClinic } from './support/a-story.ts';

const letters: string[] = [];
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      letters.push(Buffer.concat(chunks).toString('utf8'));
      done();
    });
  },
});

// The post office stands on this machine, which only who runs the server may allow.
process.env['CARECURVE_LOCAL_MAIL'] = 'yes';
const { owner: desk, phone } = aStory('messages', { phone: aPhone }, { clock: null });
let customerId: string;
let consentPath: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
  const customer = { name: '欧阳晓雯', clinicId: await theClinic(desk), channelSource: '朋友介绍' };
  ({ id: customerId } = await ask<{ id: string }>(desk, '/customers', customer));
  // The journey is lived at any hour of the day.
  const careHours = { from: '00:00', to: '23:59' };
  await ask(desk, '/message-rules', { rules: { careHours } }, { version: 0 });
});

afterAll(async () => {
  await new Promise<void>((resolve) => post.close(resolve));
});

/** As a followup or an appointment would queue it. */
const queue = () => {
  const causeId = crypto.randomUUID();
  return ask<{ state: string }>(desk, '/messages', { customerId, templateKey: 'day-after', causeId });
};

describe('messages', () => {
  it('are written as a template, with what is wrong told while it is written', async () => {
    const { page } = desk;
    await page.goto('/new-message-template');
    await page.getByLabel('代号').fill('day-after');
    await page.getByLabel('名称（中文）').fill('第二天的问候');
    await page.getByLabel('名称（英文）').fill('The day after');
    await page.getByLabel('内容').fill('{name}您好，今天洁牙八折优惠，保证不疼。');
    const findings = page.getByRole('list', { name: '检查' });
    await findings.getByText('“优惠”是价格或优惠').waitFor();
    await page.getByRole('button', { name: /^发\s?布$/, disabled: true }).waitFor();
    await photograph(page, 'messages-1-findings');
    await page.getByLabel('内容').fill('{name}您好，{clinic}想问问您今天怎么样。');
    await page.getByRole('region', { name: '客户手机上的样子' }).getByText('王女士您好').waitFor();
    await page.getByRole('button', { name: '去掉 短信' }).click();
    await page.getByRole('combobox', { name: '增加渠道' }).click();
    await page.getByTitle('邮件').click();
    await page.getByRole('button', { name: '提前 邮件' }).click();
    await page.getByRole('button', { name: /^发\s?布$/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^发\s?布$/ })
      .click();
    await page.getByText('第 1 版').waitFor();
  });

  it('go out by an account that was tested and switched on', async () => {
    const { page } = desk;
    await page.goto('/channel-accounts');
    await page.getByRole('button', { name: '新增渠道' }).click();
    await page.getByRole('menuitem', { name: '邮件 SMTP' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('服务器').fill('127.0.0.1');
    await drawer
      .getByLabel('端口', { exact: true })
      .fill(String((post.server.address() as AddressInfo).port));
    await drawer.getByLabel('发件人地址').fill('clinic@example.com');
    await drawer.getByLabel('一开始就用 TLS').uncheck();
    await drawer.getByLabel('密码或授权码').fill('not-asked-for');
    await drawer.getByRole('button', { name: /^保\s?存$/ }).click();
    const account = page.getByRole('listitem', { name: '邮件 SMTP' });
    await account.getByRole('button', { name: /^测\s?试$/ }).click();
    await account.getByText(/通过（/).waitFor();
    await account.getByRole('button', { name: /^启\s?用$/ }).click();
    await account.getByText('启用中').waitFor();
    expect(await page.content()).not.toContain('not-asked-for');
    await photograph(page, 'messages-2-channel');
    await page.goto(`/customers/${customerId}`);
    await page.getByRole('button', { name: '修改 邮箱' }).click();
    await page.getByRole('dialog').getByLabel('邮箱').fill('xiaowen@example.com');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^保\s?存$/ })
      .click();
    await page.getByText('xi***@example.com').waitFor();
  });

  it('wait while somebody has stopped them, and go when they are let go', async () => {
    const { page } = desk;
    await page.goto('/messages?list=waiting');
    await page.getByRole('button', { name: '暂停发送' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('先核对名单');
    await page.getByRole('dialog').getByRole('button', { name: '暂停发送' }).click();
    await page.getByText('消息已全部暂停发送').waitFor();
    expect((await queue()).state).toBe('queued');
    await page.reload();
    await page.getByText('先核对名单').waitFor();
    await page.getByText('今天怎么样').waitFor();
    expect(letters).toEqual([]);
    await photograph(page, 'messages-3-paused');

    await page.getByRole('button', { name: '恢复发送' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复发送' }).click();
    await expect.poll(() => letters.length, { timeout: 90_000 }).toBe(1);
    expect(letters[0]).toContain('To: xiaowen@example.com');
    await page.goto(`/customers/${customerId}`);
    await page.locator('.timeline-item.message').getByText('今天怎么样').waitFor();
  });

  it('stop when the customer says so on their own page', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '客户自助页' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: '显示二维码和链接' }).click();
    consentPath = new URL((await drawer.getByText('/c/').textContent())!).pathname;
    await phone.page.goto(consentPath);
    await phone.page.getByRole('heading', { name: '我们怎样联系您，由您决定' }).waitFor();
    await phone.page.getByRole('button', { name: '不接受 诊疗前后的关心' }).click();
    await phone.page.getByText('已经撤回').waitFor();
    await photograph(phone.page, 'messages-4-withdrawn');

    await queue();
    const over = () => ask<{ items: { reason: string | null }[] }>(desk, '/messages?list=over');
    await expect
      .poll(async () => (await over()).items.map(({ reason }) => reason), { timeout: 60_000 })
      .toEqual(['consent-withdrawn']);
    await page.goto('/messages?list=over');
    await page.getByText('客户已撤回同意').waitFor();
    expect(letters).toHaveLength(1);
    await page.goto(`/customers/${customerId}`);
    const consents = page.getByRole('region', { name: '同意与退订' });
    await consents.getByText('已拒绝').waitFor();
    await photograph(page, 'messages-5-record');
    expectCalm(desk);
    expectCalm(phone);
  });
});
