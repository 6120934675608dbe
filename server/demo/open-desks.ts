import { addDays, addHours, dayAt, instantAt } from '#domain/base/time.ts';
import { standardOnlineRules } from '#domain/onlinebooking/limits.ts';
import { standardScorecard } from '#domain/scorecards/scorecard.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { editKind, listKinds } from '../modules/appointments/edit-places.ts';
import { getOnlineBooking, saveOnlineBooking } from '../modules/onlinebooking/save-online-booking.ts';
import { scoreColleague } from '../modules/scorecards/score-colleague.ts';
import { actingAs } from './acting-as.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { zone } from './content/chain.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';

const bookedOnline = ['初诊咨询', '洁牙', '皮肤治疗'];
/** A look at each colleague of the desk so many weeks ago. */
const lookedWeeksAgo = [21, 17, 13, 9, 5, 1];
const remarks = [null, null, '等候时没有主动告知', '称呼和道别都很到位', '送客时没有确认下次预约'];

/** What a desk has that has worked for a while: a page to book by, and how its service was judged. */
export async function openDesks(ctx: TransactionContext, chain: Chain, seed: string): Promise<void> {
  for (const kind of (await listKinds(ctx)).items)
    if (bookedOnline.includes(kind.name))
      await editKind(ctx, { id: kind.id, version: kind.version, isOnline: true });
  for (const [place, { id }] of chain.clinics.entries()) {
    const { version } = await getOnlineBooking(ctx, { id });
    await saveOnlineBooking(ctx, { id, version, rules: { ...standardOnlineRules, isOpen: true } });
    await judge(ctx, chain, place, diceOf(seed, 'desk scores', place));
  }
}

async function judge(ctx: TransactionContext, chain: Chain, place: number, dice: Dice): Promise<void> {
  const { id: clinicId } = chain.clinics[place]!;
  const manager = chain.staff.find((each) => each.role === 'manager' && each.clinic === place)!;
  const judging = actingAs(ctx, manager, [clinicId]);
  const today = dayAt(ctx.now, zone);
  for (const weeks of lookedWeeksAgo)
    for (const { id: staffId } of colleaguesOf(chain, 'front_desk', place)) {
      const now = addHours(instantAt(`${addDays(today, -7 * weeks)}T09:00`, zone), dice.whole(0, 8));
      const given = standardScorecard.criteria.map(({ points }) =>
        dice.happens(0.6) ? points : Math.max(0, points - dice.whole(1, 6)),
      );
      await scoreColleague({ ...judging, now }, { clinicId, staffId, given, note: dice.pick(remarks) });
    }
}
