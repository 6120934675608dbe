import { describe, expect, it } from 'vitest';
import { standardScorecard } from '#domain/scorecards/scorecard.ts';
import { aClinic, as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { getScorecard, listScores, saveScorecard, scoreColleague } from './score-colleague.ts';

describe('a look at the desk', () => {
  it('gives points by the card in force, keeps it with them, and shows everybody’s trend', () =>
    inClinic(async (ctx, { clinicId }) => {
      const [desk, supervisor] = [
        await as(ctx, 'front_desk', { name: '小周' }),
        await as(ctx, 'cs_supervisor', { name: '李主管' }),
      ];
      const staffId = desk.actor.id!;
      const full = standardScorecard.criteria.map(({ points }) => points);
      await scoreColleague(supervisor, { clinicId, staffId, given: full, note: null });
      const card = { criteria: [{ name: '起身问候', points: 10 }], floor: 80 };
      await expect(saveScorecard(ctx, { card, version: 3 })).rejects.toMatchObject({ code: 'stale-version' });
      await saveScorecard(ctx, { card, version: 0 });
      expect(await getScorecard(desk)).toEqual({ card, version: 1 });
      const look = { clinicId, staffId, note: '背对客户' };
      await scoreColleague(supervisor, { ...look, given: [7] });
      await expect(scoreColleague(supervisor, { ...look, given: [11] })).rejects.toMatchObject({
        code: 'invalid',
      });
      await expect(
        scoreColleague(supervisor, { ...look, staffId: supervisor.actor.id!, given: [7] }),
      ).rejects.toMatchObject({ code: 'own-score' });

      const period = { clinicId, from: '2026-03-01', to: '2026-03-31' };
      expect(await listScores(supervisor, period)).toMatchObject({
        items: [
          { score: 70, floor: 80, note: '背对客户', byName: '李主管' },
          { score: 100, floor: 80 },
        ],
        people: [{ staffName: '小周', months: [{ month: '2026-03', average: 85, looks: 2, below: 1 }] }],
      });
      expect(await auditTrail(ctx)).toContainEqual({
        ...{ action: 'desk-score.given', actorId: supervisor.actor.id },
      });
      const other = await aClinic();
      await expect(scoreColleague(other.ctx, { ...look, given: [7] })).rejects.toMatchObject({
        code: 'not-found',
      });
    }));
});
