import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Exchange } from '#server/platform/http/define-route.ts';
import { listTimeline } from '#server/modules/customers/list-timeline.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { getRules } from './get-rules.ts';
import { importCallLog } from './import-call-log.ts';
import { listCustomerEvidence } from './list-customer-evidence.ts';
import { publishRules } from './publish-rules.ts';
import { raiseEvidence } from './raise-evidence.ts';
import { listEvidence, showEvidence } from './show-evidence.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** The telephone's own list, as such systems write it: in GB18030, by the clinic's clock. */
function bringIn(ctx: Context, lines: readonly string[]) {
  const csv = ['通话编号,客户号码,呼叫方向,开始时间,通话时长,坐席', ...lines].join('\r\n');
  const upload = () =>
    Promise.resolve({
      fileName: '话单.csv',
      stream: Readable.from([iconv.encode(csv, 'gb18030')]),
      fields: {},
    });
  return importCallLog({ ...ctx, dataDir, exchange: { upload } as unknown as Exchange });
}

/**
 * A customer was called at 10:00 by the clinic's clock, and it was recorded so many minutes later; the paper it was
 * recorded from says that it was made so many minutes after ten.
 */
async function aCall(
  ctx: Context,
  minutes: number,
  result: AttemptResult = 'reached',
  paper: number | null = null,
) {
  const customer = await aCustomer(ctx);
  await aClosedVisit(ctx, { customer });
  const [followup] = await followupsOf(ctx, customer.id);
  const agent = later(await as(ctx, 'cs_agent', { name: '小陈' }), addMinutes(ctx.now, 60 + minutes));
  const { callId } = await recordCall(agent, {
    ...{ customerId: customer.id, result, channel: 'phone', durationSeconds: 90 },
    followups: [{ followupId: followup!.id, version: followup!.version, score: null, notes: null }],
    ...{ problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null, reason: null },
    refusesAllContact: false,
    happenedAt: paper === null ? null : addMinutes(ctx.now, 60 + paper),
  });
  return { customer, callId, agent, evening: later(ctx, addMinutes(ctx.now, Math.max(600, 60 + minutes))) };
}

const spoken = 'A1,138-0000-1234,呼出,2026-03-12 10:00:00,00:01:30,小陈';
const page = { page: 1, pageSize: 50 };
const onlyCall = async (ctx: Context) => (await listEvidence(ctx, page)).items[0];

describe('a telephone’s log', () => {
  it('shows that a call was made, once however often it is brought in, and never tells a whole number', () =>
    inClinic(async (ctx) => {
      const { callId, evening } = await aCall(ctx, 3);
      expect(await onlyCall(evening)).toMatchObject({ callId, grade: 'E0', log: null });

      const first = await bringIn(evening, [spoken, 'A2,分机,呼出,2026-03-12 10:05:00,60,小陈', 'A3,,,,,']);

      expect(first).toMatchObject({ rows: 3, added: 1, unread: 2, matched: 1 });
      expect(first.columns).toMatchObject({ phone: '客户号码', person: '坐席', answered: null });
      expect(await onlyCall(evening)).toMatchObject({
        ...{ grade: 'E1', isLate: false, log: { seconds: 90, direction: 'out', phoneLast4: '1234' } },
      });
      expect(await bringIn(evening, [spoken])).toMatchObject({ added: 0, known: 1, matched: 0 });
      const kept = await inTransaction(evening, (ctx) =>
        ctx.db.selectFrom('call_logs').selectAll().where('org_id', '=', ctx.orgId).execute(),
      );
      expect(JSON.stringify(kept)).not.toContain('13800001234');
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('call-logs.added');
      const { ctx: other } = await aClinic();
      expect((await listEvidence(other, page)).total).toBe(0);
    }));

  it.each([
    { name: 'recorded at once', minutes: 3, line: spoken, grade: 'E1', isLate: false },
    { name: 'recorded hours later', minutes: 120, line: spoken, grade: 'E1', isLate: true },
    { name: 'on paper, days later', minutes: 2880, paper: 10, line: spoken, grade: 'E1', isLate: true },
    {
      name: 'from a colleague’s telephone',
      minutes: 3,
      line: spoken.replace('小陈', 'Owner'),
      grade: 'E0',
      isLate: false,
    },
    {
      name: 'that nobody answered',
      minutes: 3,
      line: spoken.replace('00:01:30', '0'),
      grade: 'E0',
      isLate: false,
    },
  ])('of a call $name: $grade, late $isLate', ({ minutes, paper = null, line, grade, isLate }) =>
    inClinic(async (ctx) => {
      const { evening, agent, customer, callId } = await aCall(ctx, minutes, 'reached', paper);
      await bringIn(evening, [line]);
      expect(await onlyCall(evening)).toMatchObject({ grade, isLate });
      const ofCustomer = { customerId: customer.id };
      expect(await listTimeline(agent, { ...ofCustomer, kind: 'attempt' })).toMatchObject({
        items: [{ facts: { callId, grade, isLate } }],
      });
      const { items } = await listCustomerEvidence(later(agent, evening.now), { id: customer.id });
      expect(items).toEqual([{ callId, grade, isLate }]);
      expect((await showEvidence(evening, {})).people).toMatchObject([
        { name: '小陈', calls: 1, [grade]: 1, late: isLate ? 1 : 0 },
      ]);
    }),
  );

  it('is of no call that the paper tells of another hour, which is late all the same', () =>
    inClinic(async (ctx) => {
      const { evening } = await aCall(ctx, 2880, 'reached', 120);
      await bringIn(evening, [spoken]);
      expect(await onlyCall(evening)).toMatchObject({ grade: 'E0', isLate: true });
    }));

  describe('whose columns nobody knows', () => {
    const strange = ['甲,乙,丙', '138-0000-1234,2026-03-12 10:00:00,90'];
    const columns = { phone: 0, startedAt: 1, seconds: 2 };
    const bringInStrange = (ctx: Context, chosen?: object | string) => {
      const fields: Record<string, string> =
        chosen === undefined ? {} : { columns: typeof chosen === 'string' ? chosen : JSON.stringify(chosen) };
      const upload = () =>
        Promise.resolve({ fileName: 'a.csv', stream: Readable.from([strange.join('\n')]), fields });
      return importCallLog({ ...ctx, dataDir, exchange: { upload } as unknown as Exchange });
    };

    it('are asked for, with what stands in them', () =>
      inClinic(async (ctx) => {
        await expect(bringInStrange(ctx)).rejects.toEqual(
          expect.objectContaining({
            code: 'not-a-call-log',
            details: {
              ...{ missing: ['phone', 'startedAt', 'seconds'], known: {}, columns: ['甲', '乙', '丙'] },
              sample: [['138-0000-1234', '2026-03-12 10:00:00', '90']],
            },
          }),
        );
      }));

    it('are told once by hand, and known the next time', () =>
      inClinic(async (ctx) => {
        const { evening } = await aCall(ctx, 3);
        expect(await bringInStrange(evening, columns)).toMatchObject({
          ...{ added: 1, matched: 1, columns: { phone: '甲', startedAt: '乙', seconds: '丙', person: null } },
        });
        expect(await bringInStrange(evening)).toMatchObject({ added: 0, known: 1 });
        const { ctx: other } = await aClinic();
        await expect(bringInStrange(other)).rejects.toMatchObject({ code: 'not-a-call-log' });
      }));

    it.each([
      { name: 'one that is missing', chosen: { phone: 0, startedAt: 1 }, path: 'columns.seconds' },
      { name: 'one told twice', chosen: { ...columns, person: 2 }, path: 'columns.seconds' },
      { name: 'one that is not there', chosen: { ...columns, person: 3 }, path: 'columns.person' },
      { name: 'words', chosen: 'phone', path: 'columns' },
    ])('cannot be told with $name', ({ chosen, path }) =>
      inClinic(async (ctx) => {
        await expect(bringInStrange(ctx, chosen)).rejects.toMatchObject({
          code: 'invalid',
          details: expect.arrayContaining([expect.objectContaining({ path })]) as object[],
        });
      }),
    );
  });
});

it('an answer from the customer’s own hands shows more than a log, and a log takes none of it away', () =>
  inClinic(async (ctx) => {
    const { customer, callId, evening } = await aCall(ctx, 3);
    const answer = (part: { source: 'staff' | 'link'; score: number | null }) =>
      inTransaction(evening, (ctx) =>
        raiseEvidence(ctx, [
          {
            ...{ type: 'form.answered', answerId: callId, customerId: customer.id, visitId: null },
            ...{ form: 'satisfaction' as const, followupId: null },
            ...{ at: ctx.now, ...part },
          },
        ]),
      );
    await answer({ source: 'staff', score: 10 });
    expect(await onlyCall(evening)).toMatchObject({ grade: 'E0' });
    await answer({ source: 'link', score: 9 });
    expect(await onlyCall(evening)).toMatchObject({ grade: 'E3', log: null });
    await answer({ source: 'link', score: null });
    await bringIn(evening, [spoken]);
    expect(await onlyCall(evening)).toMatchObject({ grade: 'E3', log: { seconds: 90 } });
  }));

it('the figures of matching are the clinic’s', () =>
  inClinic(async (ctx) => {
    const rules = { ...(await getRules(ctx)).rules, lateAfterMinutes: 15 };
    await publishRules(ctx, { rules, version: 0 });
    const { evening } = await aCall(ctx, 20);
    await bringIn(evening, [spoken]);
    expect(await onlyCall(evening)).toMatchObject({ isLate: true });
    await expect(publishRules(ctx, { rules, version: 0 })).rejects.toEqual(
      expect.objectContaining({ code: 'stale-version' }),
    );
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('evidence-rules.published');
  }));
