import { addDays, addHours, addMinutes, dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { standardWhyNot } from '#domain/consultations/reasons.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import { newId } from '#server/platform/ids.ts';
import type { PastConsultation } from '../modules/consultations/add-consultation-history.ts';
import { priceOf } from './accounts.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { placeOf } from './contacts.ts';
import { zone } from './content/chain.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Story } from './stories.ts';
import type { StoryVisit } from './visits.ts';

/** Older ones would fill no page that anybody opens; of who never came, it is why nobody asks them any more. */
const weeksBack = 5;
const openDays = 7;
const shares = { written: 0.25, forgotten: 0.4, neverAnswered: 0.015 };
const whyNone = [
  '回访两次，说已经在别处做了',
  '只是先了解，说有需要会再联系',
  '路远来不了，留了地址',
  '超出预算，近期不考虑',
];
const worthTalking: ReadonlySet<TreatmentCategory> = new Set([
  ...(['surgery', 'injection', 'course', 'orthodontics', 'implant', 'prosthetics'] as const),
]);

/** The last weeks' consultations of a customer: in visits, and of leads who have not come yet. */
export function consultationsOf(story: Story, chain: Chain, now: Instant): PastConsultation[] {
  const dice = diceOf('consultations', story.customer.id);
  const since = addHours(now, -weeksBack * 7 * 24);
  const inVisits = story.visits
    .filter(({ openedAt, closedAt }) => openedAt >= since && closedAt <= now)
    .flatMap((visit) => inVisit(story, visit, chain, dice));
  return [...inVisits, ...ofLead(story, chain, now, dice)];
}

function inVisit(story: Story, visit: StoryVisit, chain: Chain, dice: Dice): PastConsultation[] {
  const begun = visit.treatments.filter(({ category }) => worthTalking.has(category));
  if (!visit.isUndecided && (begun.length === 0 || !dice.happens(shares.written))) return [];
  const items = begun.map(({ category, name }) => ({
    ...{ category, name },
    fen: priceOf(category, new Set(), dice),
    isAgreed: true,
  }));
  const consultant = dice.pick(colleaguesOf(chain, 'consultant', placeOf(story, chain)));
  const outcome = visit.isUndecided ? 'no_deal' : 'deal';
  return [
    {
      ...{ id: newId(), customerId: story.customer.id, clinicId: visit.clinicId },
      ...{ consultantId: consultant.id, place: 'clinic', visitId: visit.id },
      askedCategories: begun.map(({ category }) => category),
      asked: visit.chiefComplaint ?? '',
      items: visit.isUndecided ? [] : items,
      whyNot: visit.isUndecided ? [dice.pick(standardWhyNot)] : [],
      nextStep: {
        on: addDays(visit.visitedOn, dice.whole(2, 6)),
        staffId: consultant.id,
        matter: visit.isUndecided ? '考虑得怎么样了，还有哪里拿不准' : '治疗后感觉怎么样，下次什么时候来',
      },
      openedAt: visit.openedAt,
      closed: {
        at: visit.closedAt,
        outcome,
        dealFen: visit.isUndecided ? null : items.reduce((sum, { fen }) => sum + fen, 0),
      },
    },
  ];
}

/**
 * Who asked from afar and has not come. Of the last days some have a day to be asked again and some were forgotten; of
 * earlier ones it is known why they will not, but for a few whom nobody ever answered.
 */
function ofLead(story: Story, chain: Chain, now: Instant, dice: Dice): PastConsultation[] {
  const { customer } = story;
  const openedAt = customer.createdAt!;
  if (story.visits.length > 0 || openedAt > now) return [];
  const isOpen = openedAt >= addHours(now, -openDays * 24);
  if (!isOpen && dice.happens(shares.neverAnswered)) return [];
  const consultant = dice.pick(colleaguesOf(chain, 'web_consultant', placeOf(story, chain)));
  const on = addDays(dayAt(now, zone), dice.whole(0, 3));
  const askAgain = dice.happens(shares.forgotten)
    ? null
    : { on, staffId: consultant.id, matter: '问什么时候方便过来看看' };
  return [
    {
      ...{ id: newId(), customerId: customer.id, clinicId: customer.clinicId },
      ...{ consultantId: consultant.id, place: dice.pick(['phone', 'online'] as const), visitId: null },
      askedCategories: [dice.pick([...worthTalking])],
      asked: dice.pick([
        '想了解价格和流程',
        '问要去几次、疼不疼',
        '比较了几家，想看看案例',
        '问周末能不能做',
      ]),
      items: [],
      whyNot: isOpen ? [] : [dice.pick(standardWhyNot)],
      nextStep: isOpen ? askAgain : { whyNone: dice.pick(whyNone) },
      openedAt: addMinutes(openedAt, 5),
      closed: isOpen
        ? null
        : { at: addHours(openedAt, dice.whole(2 * 24, openDays * 24)), outcome: 'no_deal', dealFen: null },
    },
  ];
}
