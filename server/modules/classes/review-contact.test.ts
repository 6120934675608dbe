import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { standardClassRules } from '#domain/classes/preclass.ts';
import type { Context } from '#server/platform/context.ts';
import { aClosedVisit } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aContact, aDesk, nextWeek } from './a-desk.fixture.ts';
import { confirmClass } from './confirm-class.ts';
import { drawSamples } from './draw-samples.ts';
import { listReviews } from './list-reviews.ts';
import { publishClasses } from './publish-classes.ts';
import { reviewContact } from './review-contact.ts';
import { listJudged, showAccuracy } from './show-accuracy.ts';

const period = { from: '2026-03-09', to: '2026-03-15' };
const firstPage = { page: 1, pageSize: 50 };
const sampleOf = (rules: object) => ({ ...standardClassRules, ...rules });

async function takes(ctx: Context, ...codes: (string | null)[]) {
  const taken = [];
  for (const code of codes) taken.push(await aContact(ctx, { code }));
  return taken;
}

describe('the weekly sample', () => {
  it('is drawn once the week is over, once, so many of each person’s classed contacts', () =>
    inClinic(async (ctx) => {
      const { li, wu, supervisor } = await aDesk(ctx);
      await publishClasses(ctx, { rules: sampleOf({ sampleSize: 2 }), retire: false, version: 0 });
      await takes(li, 'M-A', 'M-B', 'M-C', null);
      await takes(wu, 'M-A');
      await drawSamples(ctx);
      expect(await listReviews(supervisor, { week: '2026-03-12' })).toMatchObject({ total: 0 });

      const after = nextWeek(ctx);
      await drawSamples(after);
      const drawn = await listReviews(nextWeek(supervisor), {});
      expect(drawn).toMatchObject({ week: '2026-03-09', coded: 0, total: 3 });
      expect(drawn.items.map(({ staffName }) => staffName).sort()).toEqual(['吴', '李', '李'].sort());
      await drawSamples(after);
      expect(await listReviews(nextWeek(supervisor), {})).toEqual(drawn);
      expect((await auditTrail(ctx)).filter(({ action }) => action === 'class-sample.drawn')).toHaveLength(1);
    }));

  it('says nothing of how a contact was classed, and leaves out the supervisor’s own', () =>
    inClinic(async (ctx) => {
      const { li, consultant, supervisor } = await aDesk(ctx);
      const contact = await aContact(li, { code: 'M-A', matter: '问价格' });
      await confirmClass(consultant, { id: contact.id, code: 'M-B' });
      const own = await aContact(supervisor, { code: 'M-C' });
      await drawSamples(nextWeek(ctx));
      const { items } = await listReviews(nextWeek(supervisor), {});
      expect(items).toMatchObject([{ id: contact.id, matter: '问价格', isCoded: false, coded: null }]);
      expect(JSON.stringify(items)).not.toMatch(/M-[A-Z]/);
      await expect(reviewContact(nextWeek(supervisor), { id: own.id, code: 'M-C' })).rejects.toMatchObject({
        code: 'own-contact',
      });
    }));
});

describe('coding a contact again', () => {
  it('is once, with a moment for a slip, and on record', () =>
    inClinic(async (ctx) => {
      const { li, supervisor } = await aDesk(ctx);
      const contact = await aContact(li, { code: 'M-A' });
      const outside = await aContact(nextWeek(li), { code: 'M-A' });
      await drawSamples(nextWeek(ctx));
      const now = nextWeek(supervisor);
      const code = (who: Context, code: string) => reviewContact(who, { id: contact.id, code });
      await expect(code(now, 'C-A')).rejects.toMatchObject({ code: 'class-of-other-stage' });
      expect(await code(now, 'M-C')).toEqual({ id: contact.id, coded: 'M-C' });
      await code(later(now, addMinutes(now.now, 1)), 'M-B');
      await expect(code(nextWeek(ctx), 'M-A')).rejects.toMatchObject({ code: 'coded-already' });
      await expect(reviewContact(now, { id: outside.id, code: 'M-A' })).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(await listReviews(now, {})).toMatchObject({ coded: 1, total: 1, items: [{ coded: 'M-B' }] });
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'class-review.coded',
        actorId: supervisor.actor.id,
      });
    }));
});

describe('the accuracy', () => {
  it('tells of each person what was taken for what, with the contacts behind each figure', () =>
    inClinic(async (ctx) => {
      const { li, wu, consultant, supervisor } = await aDesk(ctx);
      const [right, wrong, unseen] = await takes(li, 'M-A', 'M-A', 'M-B');
      await takes(wu, null);
      await confirmClass(consultant, { id: unseen!.id, code: 'M-B' });
      await drawSamples(nextWeek(ctx));
      const now = nextWeek(supervisor);
      await reviewContact(now, { id: right!.id, code: 'M-A' });
      await reviewContact(now, { id: wrong!.id, code: 'M-C' });

      const report = await showAccuracy(now, { ...period, against: 'blind' });
      expect(report).toMatchObject({
        ...period,
        accuracyPercent: 95,
        coded: { count: 2, of: 3 },
        total: { classified: { count: 3, of: 4 }, accuracy: { count: 1, of: 2 }, meetsBar: false },
      });
      expect(report.people.find(({ staffName }) => staffName === '李')).toMatchObject({
        classified: { count: 3, of: 3, share: 1 },
        accuracy: { count: 1, of: 2, share: 0.5 },
        cells: [
          { preclass: 'M-A', judged: 'M-A', count: 1 },
          { preclass: 'M-A', judged: 'M-C', count: 1 },
        ],
      });
      expect(report.people.find(({ staffName }) => staffName === '吴')).toMatchObject({
        classified: { count: 0, of: 1 },
        kappa: null,
      });

      const cell = { ...period, ...firstPage, against: 'blind' as const, preclass: 'M-A', judged: 'M-C' };
      const behind = await listJudged(now, { ...cell, staffId: li.actor.id! });
      expect(behind).toMatchObject({
        total: 1,
        items: [{ id: wrong!.id, judged: 'M-C', judgedByName: '赵' }],
      });
      expect(await listJudged(now, { ...cell, staffId: wu.actor.id! })).toMatchObject({ total: 0 });
      const open = { ...period, ...firstPage, against: 'blind' as const, classed: 'no' as const };
      expect(await listJudged(now, open)).toMatchObject({ total: 1, items: [{ staffName: '吴' }] });

      const confirmed = await showAccuracy(now, { ...period, against: 'confirmed' });
      expect(confirmed.total).toMatchObject({ accuracy: { count: 1, of: 1 }, meetsBar: true });
      await inClinic(async (elsewhere) =>
        expect(await showAccuracy(elsewhere, { ...period, against: 'blind' })).toMatchObject({ people: [] }),
      );
    }));

  it('tells of how many first visits it is known what brought the customer', () =>
    inClinic(async (ctx) => {
      await aClosedVisit(ctx);
      expect(await showAccuracy(ctx, { ...period, against: 'blind' })).toMatchObject({
        sources: { count: 1, of: 1, share: 1 },
      });
    }));
});
