import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { RecordCall } from '#domain/followups/contract.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import type { Context } from '#server/platform/context.ts';
import { aClinic, as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { untilOneWaits } from '#tests/support/until-one-waits.ts';
import { OpenCase } from '#domain/recovery/contract.ts';
import { casesOf } from './a-case.fixture.ts';
import { assignCase } from './assign-case.ts';
import { correctSign } from './correct-sign.ts';
import { openCase } from './open-case.ts';
import { showWeek } from './show-week.ts';

/** Somebody who came is called, is content by the score, and this is noted. Gives their id. */
async function says(ctx: Context, name: string, notes: string): Promise<string> {
  const customer = await aCustomer(ctx, { name, phone: null });
  await aClosedVisit(ctx, { customer });
  const [followup] = await followupsOf(ctx, customer.id);
  await recordCall(
    later(ctx, addMinutes(ctx.now, 30)),
    RecordCall.parse({
      customerId: customer.id,
      result: 'reached',
      followups: [{ followupId: followup!.id, version: followup!.version, score: 9, notes }],
    }),
  );
  await settled(ctx);
  return customer.id;
}

const noted = '客户说前台态度很冷淡，等了一个多小时没人管';

describe('a complaint in the notes of a call', () => {
  it('opens a case that is with the supervisor at once, with the words for it', () =>
    inClinic(async (ctx) => {
      const [found] = await casesOf(ctx, await says(ctx, '甲', noted));
      expect(found).toMatchObject({ kind: 'complaint', gravity: 'likely-complaint', level: 'supervisor' });
      expect(found!.signs[0]!.decidedBy.length).toBeGreaterThan(0);
      expect(await casesOf(ctx, await says(ctx, '乙', '恢复得很好，医生很耐心'))).toEqual([]);
    }));

  it('that a person calls none is withdrawn, and the like is not flagged again', () =>
    inClinic(async (ctx) => {
      const first = await says(ctx, '甲', noted);
      const [found] = await casesOf(ctx, first);
      const supervisor = await as(ctx, 'cs_supervisor');
      const { id } = found!.signs[0]!;
      const other = await aClinic(ctx.now);
      await expect(correctSign(other.ctx, { id })).rejects.toMatchObject({ code: 'not-found' });
      expect(await correctSign(supervisor, { id })).toMatchObject({ state: 'withdrawn' });
      await expect(correctSign(supervisor, { id })).rejects.toMatchObject({ code: 'no-reading' });
      expect(await casesOf(ctx, first)).toEqual([]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('complaint.corrected');

      expect(await casesOf(ctx, await says(ctx, '乙', `${noted}。`))).toEqual([]);
      const [graver] = await casesOf(ctx, await says(ctx, '丙', `${noted}，再不管就起诉`));
      expect(graver).toMatchObject({ special: 'legal', level: 'leadership' });
      const week = await showWeek(ctx, { week: '2026-03-12' });
      expect(week).toMatchObject({ recognized: 2, corrected: 1 });
      const elsewhere = await as(ctx, 'cs_supervisor', { clinicIds: [] });
      expect(await showWeek(elsewhere, { week: '2026-03-12' })).toMatchObject({
        opened: 0,
        recognized: 0,
        corrected: 0,
      });
    }));

  it('is called none once, be it said by two at the same time', () =>
    inClinic(async (ctx) => {
      const [found] = await casesOf(ctx, await says(ctx, '甲', noted));
      const { id } = found!.signs[0]!;
      const { second } = await inTransaction(ctx, async (first) => {
        await correctSign(first, { id });
        const second = correctSign(ctx, { id });
        second.catch(() => {});
        await untilOneWaits(first, second);
        return { second };
      });
      await expect(second).rejects.toMatchObject({ code: 'no-reading' });
    }));

  it('that was missed and a person calls one is recognized the next time', () =>
    inClinic(async (ctx) => {
      const missed = '还有点肿，已告知属正常反应，约周五下午复查';
      expect(await casesOf(ctx, await says(ctx, '甲', missed))).toEqual([]);
      const { id } = await aCustomer(ctx, { name: '乙', phone: null });
      await openCase(ctx, { id, ...OpenCase.parse({ words: missed, isRemembered: true }) });
      expect(await casesOf(ctx, await says(ctx, '丙', missed))).toMatchObject([{ kind: 'complaint' }]);
    }));

  it('of somebody’s own is not theirs to call none', () =>
    inClinic(async (ctx) => {
      const supervisor = await as(ctx, 'cs_supervisor');
      const [found] = await casesOf(ctx, await says(ctx, '甲', noted));
      const { id, version } = found!;
      const actor = supervisor.actor.id!;
      await assignCase(ctx, { id, version, aboutIds: [actor] });
      await expect(correctSign(supervisor, { id: found!.signs[0]!.id })).rejects.toMatchObject({
        code: 'about-you',
      });
      await expect(assignCase(supervisor, { id, version: version + 1, aboutIds: [] })).rejects.toMatchObject({
        code: 'about-you',
      });
    }));
});
