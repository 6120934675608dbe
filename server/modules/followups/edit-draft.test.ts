import { describe, expect, it } from 'vitest';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { aStep, drafted, standard, surgery } from './a-protocol.fixture.ts';
import { discardDraft, getProtocol, saveDraft } from './edit-draft.ts';
import { listProtocols } from './list-protocols.ts';

const code = 'surgery';
const within2Days = surgery({ window: { kind: 'days', opensDay: 1, dueDay: 2 } });
const forAll = { addsTo: null, place: null };

describe('drafting a protocol', () => {
  it('keeps the draft beside what is published, says so in the list, and leaves its audit row', () =>
    inClinic(async (ctx) => {
      const view = await drafted(ctx, within2Days);
      expect(view).toMatchObject({
        mayEdit: true,
        draft: { basedOn: 1, version: 1, updatedByName: 'Owner' },
      });
      expect(view.draft!.definition).toEqual(within2Days);
      expect(view.history.map(({ version, definition }) => [version, definition])).toEqual([
        [1, standard(code)],
      ]);
      const { items } = await listProtocols(ctx);
      expect(items.filter(({ hasDraft }) => hasDraft).map(({ definition }) => definition)).toEqual([
        standard(code),
      ]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('protocol.drafted');
    }));

  it('shows who edited meanwhile what the draft is now', () =>
    inClinic(async (ctx) => {
      await drafted(ctx, within2Days);
      await expect(
        saveDraft(ctx, { code, definition: within2Days, version: 0, ...forAll }),
      ).rejects.toMatchObject({ code: 'stale-version', details: { current: { draft: { version: 1 } } } });
      expect((await drafted(ctx, surgery({}))).draft).toMatchObject({ version: 2, basedOn: 1 });
    }));

  it('of a protocol of one’s own begins with nothing published', () =>
    inClinic(async (ctx) => {
      const definition = { ...standard('filling'), code: 'whitening' };
      await saveDraft(ctx, { code: 'whitening', definition, version: 0, ...forAll });
      expect(await getProtocol(ctx, { code: 'whitening' })).toMatchObject({
        history: [],
        draft: { basedOn: 0 },
      });
      expect((await listProtocols(ctx)).newDrafts.map((each) => each.code)).toEqual(['whitening']);
    }));

  it('is gone when it is discarded', () =>
    inClinic(async (ctx) => {
      await drafted(ctx, within2Days);
      await expect(discardDraft(ctx, { code, version: 2 })).rejects.toMatchObject({ code: 'stale-version' });
      await discardDraft(ctx, { code, version: 1 });
      expect((await getProtocol(ctx, { code })).draft).toBeNull();
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('protocol.draft-discarded');
    }));

  it('is of its organization only', () =>
    inClinic(async (ctx) => {
      await drafted(ctx, within2Days);
      await inClinic(async (other) => {
        expect((await getProtocol(other, { code })).draft).toBeNull();
      });
    }));
});

describe('what a clinic adds', () => {
  const more = { ...standard(code), code: 'surgery-riverside', steps: [aStep({ key: 'day-14' })] };

  it('holds at that clinic, is started by what starts the protocol, and may not undercut it', () =>
    inClinic(async (ctx, { clinicId }) => {
      const place = { clinicId };
      const own = { code: more.code, addsTo: code, place, version: 0 };
      const other = { ...more, trigger: { event: 'discharge' as const } };
      const view = await saveDraft(ctx, { ...own, definition: other });
      expect(view.draft!.definition.trigger).toEqual(standard(code).trigger);
      expect(view).toMatchObject({ addsTo: code, place, minimum: { code } });

      const lax = { ...more, steps: [aStep({ window: { kind: 'days', opensDay: 1, dueDay: 4 } })] };
      await expect(saveDraft(ctx, { ...own, version: 1, definition: lax })).rejects.toMatchObject({
        code: 'undercuts',
        details: { undercuts: [{ stepKey: 'within-3-days', how: 'later' }] },
      });
    }));

  it('is the clinic’s own matter; the minimum is for who answers for all clinics', () =>
    inClinic(async (ctx, { clinicId }) => {
      const second = await createClinic(ctx, { name: 'Second', timezone: 'Asia/Shanghai' });
      const manager = await as(ctx, 'manager', { clinicIds: [clinicId] });
      const add = (place: { clinicId: string }) =>
        saveDraft(manager, { code: more.code, addsTo: code, place, version: 0, definition: more });
      await expect(drafted(manager, within2Days)).rejects.toThrow('protocols.manage');
      await expect(add({ clinicId: second.id })).rejects.toThrow('protocols.manage');
      expect((await add({ clinicId })).mayEdit).toBe(true);
      expect((await getProtocol(manager, { code })).mayEdit).toBe(false);
    }));
});
