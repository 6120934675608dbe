import { describe, expect, it } from 'vitest';
import { expectCalm, photograph } from './support/a-browser.ts';
import { aDesk, ask, aStory, joins, theClinic } from './support/a-story.ts';

const { owner, nurse, doctor } = aStory('flag', { nurse: aDesk, doctor: aDesk });
let customerId: string;

/** An operation yesterday, and the nurse who calls today. */
async function prepare(): Promise<void> {
  await joins(owner, nurse, { name: '小赵', role: 'nurse', login: 'xiaozhao' });
  const doctorId = await joins(owner, doctor, { name: '陈医生', role: 'doctor', login: 'chenyisheng' });
  const clinicId = await theClinic(owner);
  const someone = { name: '林晓雯', phone: '13800000101', channelSource: '朋友介绍', clinicId };
  customerId = (await ask<{ id: string }>(owner, '/customers', someone)).id;
  const visit = await ask<{ id: string; version: number }>(owner, '/visits', { customerId, clinicId });
  const done = [{ category: 'surgery', name: '双眼皮成形术', doctorId }];
  const edited = await ask<{ version: number }>(
    owner,
    `/visits/${visit.id}`,
    { treatments: done },
    { method: 'PATCH', version: visit.version },
  );
  await ask(owner, `/visits/${visit.id}/close`, {}, { version: edited.version });
  await ask(owner, '/trial-clock', { advanceMinutes: 24 * 60 + 60 });
}

describe('a red flag is answered by a doctor', () => {
  it('the day after an operation the card of that day stands beside the script', async () => {
    await prepare();
    const { page } = nurse;
    await page.goto(`/?customer=${customerId}`);
    await page.getByRole('heading', { name: '眼部手术 · 第 1 天' }).waitFor();
    await page.getByText('未经本院医生审核').waitFor();
  });

  it('a branch of the script that is a warning sign shuts “normal”, and says when the doctor calls', async () => {
    const { page } = nurse;
    const card = page.locator('.card-panel');
    await card.getByLabel('都没有').check();
    await card.getByText('正常', { exact: true }).click();
    const branch = page.getByRole('button', { name: /发烧、渗血或加重/ });
    const onward = page.getByRole('button', { name: /下一步|^方便/ });
    await expect
      .poll(
        async () => {
          if (await branch.isVisible()) return true;
          await onward
            .first()
            .click({ timeout: 500 })
            .catch(() => undefined);
          return branch.isVisible();
        },
        { interval: 300, timeout: 60_000 },
      )
      .toBe(true);
    await branch.click();

    await page.getByText(/请告诉客户：医生会在 .* 前回电话/).waitFor();
    await page.getByText('有警示征象，须由医生答复，不能记为正常。').waitFor();
    await card.getByRole('radio', { name: '正常', disabled: true }).waitFor({ state: 'attached' });
    await card.getByRole('radio', { name: '转医生', checked: true }).waitFor({ state: 'attached' });
    await photograph(page, 'flag-1-heard');
  });

  it('the server refuses “normal” as well, whoever asks it', async () => {
    const sheet = await ask<{
      followups: { id: string; version: number }[];
      cards: { visitId: string; code: string; version: number }[];
    }>(nurse, `/followups/call-sheet?customerId=${customerId}`);
    const [{ visitId, code, version }] = sheet.cards as [(typeof sheet.cards)[0]];
    const { id: followupId, version: seen } = sheet.followups[0]!;
    const call = {
      ...{ customerId, result: 'reached', followups: [{ followupId, version: seen }] },
      cards: [{ visitId, code, version, signs: ['sight'], answers: [], finding: 'normal' }],
    };
    await expect(ask(nurse, '/followups/calls', call)).rejects.toThrow('red-flag-needs-doctor');
  });

  it('saved, it waits for the doctor with the promised time, who answers', async () => {
    await nurse.page.getByRole('radio', { name: /已联系上/ }).click();
    await nurse.page.getByRole('button', { name: /保存并下一位/ }).click();
    await nurse.page.getByText(/医生 .* 前回电/).waitFor();

    const { page } = doctor;
    await page.reload();
    await page.getByText(/1 项警示征象等您答复/).waitFor();
    await page.goto('/red-flags');
    await page.getByRole('link', { name: '林晓雯' }).waitFor();
    await photograph(page, 'flag-2-doctor');
    await page.getByRole('button', { name: '答复' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('请来院').click();
    await drawer.getByLabel('医生的话').fill('要当面看一下切口');
    await drawer.getByRole('button', { name: /答\s?复/ }).click();
    await page.getByText('没有等您答复的警示征象').waitFor();
  });

  it('the answer stands on the record, and the nurse is asked to pass it on', async () => {
    const { page } = nurse;
    await page.goto(`/customers/${customerId}`);
    await page.getByText(/医生答复（陈医生，.*）：请来院/).waitFor();
    await page.getByText('要当面看一下切口').first().waitFor();
    await expect
      .poll(
        async () => {
          await page.goto(`/?customer=${customerId}`);
          await page.locator('.call-sheet').waitFor();
          return page.getByText(/请约客户来院：医生要当面看/).count();
        },
        { interval: 500, timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    await photograph(page, 'flag-3-passed-on');
    expectCalm(nurse);
    expectCalm(doctor);
  });
});
