import { expect, it } from 'vitest';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { as, inClinic } from '#tests/support/clinic.ts';
import { aFollowup, friday, monday, tuesday } from './a-full-day.fixture.ts';
import { listHeldByNobody } from './list-held-by-nobody.ts';
import { showCapacity } from './show-capacity.ts';

it('what nobody holds is listed, the first to be done first, and nothing that somebody holds', () =>
  inClinic(async (ctx) => {
    const agent = await as(ctx, 'cs_agent');
    const later = await aFollowup(ctx, { assigneeId: null, from: friday, to: tuesday });
    const sooner = await aFollowup(ctx, { assigneeId: null, from: friday, to: monday });
    await aFollowup(ctx, { assigneeId: agent.actor.id!, from: friday, to: friday });

    const { items, total } = await listHeldByNobody(ctx, {});
    expect(items.map(({ followupId, dueOn }) => [followupId, dueOn])).toEqual([
      [sooner.id, monday],
      [later.id, tuesday],
    ]);
    expect([total, (await showCapacity(ctx, {})).heldByNobody]).toEqual([2, 2]);

    const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
    const elsewhere = await as(ctx, 'cs_supervisor', { clinicIds: [other.id] });
    expect(await listHeldByNobody(elsewhere, {})).toEqual({ items: [], total: 0 });
  }));
