import { describe, expect, it } from 'vitest';
import { standardScripts } from '#domain/scripts/standard-scripts.ts';
import type { ScriptDefinition } from '#domain/scripts/script.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClinic, as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { approveScript } from './approve-script.ts';
import { discardDraft } from './discard-draft.ts';
import { findScripts } from './find-scripts.ts';
import { getScript } from './get-script.ts';
import { listScripts } from './list-scripts.ts';
import { publishScript } from './publish-script.ts';
import { setForbiddenWords } from '../wording/set-forbidden-words.ts';
import { writeDraft } from './write-draft.ts';

const aftercare = standardScripts.find(({ code }) => code === 'aftercare')!;
const birthday = standardScripts.find(({ code }) => code === 'birthday')!;
const saying = (script: ScriptDefinition, zh: string): ScriptDefinition => ({
  ...script,
  passages: script.passages.map((passage) =>
    passage.key === 'prepare' ? { ...passage, text: { ...passage.text, zh } } : passage,
  ),
});
const conflict = (code: string) => expect.objectContaining({ code });
const write = (ctx: Context, definition: ScriptDefinition, version = 0) =>
  writeDraft(ctx, { code: definition.code, definition, version });
const publish = (ctx: Context, code: string, version: number) =>
  publishScript(ctx, { code, version, note: null });
const rowOf = async (ctx: Context, code: string) =>
  (await listScripts(ctx)).items.find((row) => row.code === code);

describe('a script', () => {
  it('is said as it ships until the clinic publishes its own, and keeps every version', () =>
    inClinic(async (ctx) => {
      expect(await getScript(ctx, { code: 'birthday' })).toMatchObject({
        inForce: { version: 0 },
        draft: null,
      });
      await write(ctx, saying(birthday, '先看称呼'));
      expect(await rowOf(ctx, 'birthday')).toMatchObject({ version: 0, draft: { state: 'ready' } });

      const { inForce, draft, history } = await publish(ctx, 'birthday', 1);

      expect(inForce).toMatchObject({ version: 1, publishedByName: 'Owner', publishedAt: ctx.now });
      expect([draft, history.map(({ version }) => version)]).toEqual([null, [1, 0]]);
      const said = await inTransaction(ctx, (ctx) => findScripts(ctx, ['birthday', 'aftercare', 'unknown']));
      expect([...said].map(([code, { version }]) => [code, version])).toEqual([
        ['birthday', 1],
        ['aftercare', 0],
      ]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['script.draft-written', 'script.published']),
      );
    }));

  it('that speaks of health is published once a doctor who did not write it has approved it', () =>
    inClinic(async (ctx) => {
      const doctor = await as(ctx, 'doctor', { name: '陈医生' });
      const writing = { ...ctx.actor, id: doctor.actor.id };
      await write({ ...ctx, actor: writing }, aftercare);
      await expect(publish(ctx, 'aftercare', 1)).rejects.toEqual(conflict('needs-a-doctor'));
      await expect(approveScript(doctor, { code: 'aftercare', version: 1 })).rejects.toEqual(
        conflict('own-script'),
      );
      await expect(approveScript(ctx, { code: 'aftercare', version: 1 })).rejects.toEqual(
        conflict('only-a-doctor'),
      );
      const other = await as(ctx, 'doctor', { name: '李医生' });
      const { draft } = await approveScript(other, { code: 'aftercare', version: 1 });
      expect(draft).toMatchObject({ approvedByName: '李医生', version: 2 });

      // A word changed after it was approved is a word no doctor has seen.
      const changed = await write(ctx, saying(aftercare, '先看病历'), 2);
      expect(changed.draft!.approvedById).toBeNull();
      await expect(publish(ctx, 'aftercare', 3)).rejects.toEqual(conflict('needs-a-doctor'));
      await approveScript(other, { code: 'aftercare', version: 3 });
      expect((await publish(ctx, 'aftercare', 4)).inForce).toMatchObject({
        version: 1,
        approvedByName: '李医生',
        publishedByName: 'Owner',
      });
    }));

  it('is not made harmless by saying so: a doctor approves that it speaks of health no more', () =>
    inClinic(async (ctx) => {
      const code = 'aftercare';
      await write(ctx, { ...aftercare, isClinical: false });
      expect(await rowOf(ctx, code)).toMatchObject({ draft: { state: 'waiting' } });
      await expect(publish(ctx, code, 1)).rejects.toEqual(conflict('needs-a-doctor'));
      await approveScript(await as(ctx, 'doctor', { name: '陈医生' }), { code, version: 1 });
      expect((await publish(ctx, code, 2)).inForce).toMatchObject({ approvedByName: '陈医生' });
      await write(ctx, { ...aftercare, isClinical: false });
      expect((await publish(ctx, code, 1)).inForce).toMatchObject({ version: 2, approvedByName: null });
    }));

  it('is not published with a promise, nor with a word the clinic forbids', () =>
    inClinic(async (ctx) => {
      await setForbiddenWords(ctx, { items: ['红包', '秒杀'] });
      expect(await setForbiddenWords(ctx, { items: ['红包'] })).toEqual({ items: ['红包'] });
      await write(ctx, saying(birthday, '发一个红包'));
      expect(await rowOf(ctx, 'birthday')).toMatchObject({ draft: { state: 'wrong' } });
      await expect(publish(ctx, 'birthday', 1)).rejects.toEqual(conflict('script-has-errors'));
      await write(ctx, saying(birthday, '保证满意'), 1);
      await expect(publish(ctx, 'birthday', 2)).rejects.toEqual(conflict('script-has-errors'));
      await discardDraft(ctx, { code: 'birthday', version: 2 });
      expect(await rowOf(ctx, 'birthday')).toMatchObject({ version: 0, draft: null });
    }));

  it('that was never published is gone with its draft; what is published keeps why', () =>
    inClinic(async (ctx) => {
      const own = { ...birthday, code: 'own-words' };
      await write(ctx, own);
      expect(await rowOf(ctx, own.code)).toMatchObject({ version: null });
      await discardDraft(ctx, { code: own.code, version: 1 });
      expect(await rowOf(ctx, own.code)).toBeUndefined();
      await expect(getScript(ctx, { code: own.code })).rejects.toMatchObject({ code: 'not-found' });

      await write(ctx, own);
      const { history } = await publishScript(ctx, { code: own.code, version: 1, note: '生日先问称呼' });
      expect(history.map(({ note }) => note)).toEqual(['生日先问称呼']);
    }));

  it('tells the second of two who write on it of the first', () =>
    inClinic(async (ctx) => {
      await write(ctx, birthday);
      await expect(write(ctx, birthday)).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: { version: 1 } },
      });
      await expect(publish(ctx, 'birthday', 0)).rejects.toEqual(conflict('stale-version'));
    }));

  it('of one organization is unknown to another', () =>
    inClinic(async (ctx) => {
      const own = { ...birthday, code: 'spring-festival' };
      await write(ctx, own);
      const other = await aClinic();
      await expect(getScript(other.ctx, { code: own.code })).rejects.toMatchObject({ code: 'not-found' });
      expect(await rowOf(other.ctx, own.code)).toBeUndefined();
    }));
});
