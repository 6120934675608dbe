import { addHours, addMinutes, dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { standardClassTable, stageOf } from '#domain/classes/preclass.ts';
import { newId } from '#server/platform/ids.ts';
import type { PastContact } from '../modules/classes/add-contact-history.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { zone } from './content/chain.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Story } from './stories.ts';

/** Older contacts would fill no page that anybody opens. */
const weeksBack = 5;
const shares = { classed: 0.95, right: 0.93, confirmed: 0.25, booksByPhone: 0.15 };
const returns = ['想改约时间', '预约复诊', '问下次要不要空腹', '牙套松了，想早点来', '问护理要点'];

/** The last weeks' contacts of a customer with the desk: the first one, and some by which they came again. */
export function contactsOf(story: Story, chain: Chain, now: Instant): PastContact[] {
  const dice = diceOf('contacts', story.customer.id);
  const since = addHours(now, -weeksBack * 7 * 24);
  return [firstContact(story, dice), ...laterContacts(story, chain, dice)]
    .filter(({ at }) => at >= since && at <= now)
    .map(({ truth, ...contact }) => {
      const code = dice.happens(shares.classed) ? guessOf(truth, dice) : null;
      const consultants = colleaguesOf(chain, 'consultant', placeOf(story, chain));
      const at = addMinutes(contact.at, dice.whole(60, 3 * 24 * 60));
      const isConfirmed = at <= now && dice.happens(shares.confirmed);
      const confirmed = isConfirmed ? { code: truth, by: dice.pick(consultants).id, at } : null;
      return {
        ...contact,
        id: newId(),
        day: dayAt(contact.at, zone),
        stage: stageOf(truth),
        code,
        confirmed,
      };
    });
}

/** A contact as it was; `truth` is the class it should have had. */
type Happened = Omit<PastContact, 'id' | 'day' | 'stage' | 'code' | 'confirmed'> & { truth: string };

function firstContact({ customer, receivedBy, visits }: Story, dice: Dice): Happened {
  const [visit] = visits;
  const at = customer.createdAt!;
  return {
    clinicId: customer.clinicId,
    customerId: customer.id,
    at,
    channel: visit?.openedAt === at ? 'walk_in' : dice.pick(['phone', 'phone', 'online']),
    takenBy: receivedBy.id,
    matter: visit?.chiefComplaint ?? '想了解价格和流程',
    truth: !visit ? 'M-C' : visit.isUndecided ? 'M-B' : 'M-A',
  };
}

function laterContacts(story: Story, chain: Chain, dice: Dice): Happened[] {
  const { customer, appointments, visits } = story;
  const desk = colleaguesOf(chain, 'front_desk', placeOf(story, chain));
  const came = visits[0]?.openedAt;
  return appointments.flatMap(({ bookedAt }) => {
    if (!bookedAt || !came || bookedAt <= came || !dice.happens(shares.booksByPhone)) return [];
    return [
      {
        clinicId: customer.clinicId,
        customerId: customer.id,
        at: bookedAt,
        channel: 'phone' as const,
        takenBy: dice.pick(desk).id,
        matter: dice.pick(returns),
        truth: dice.pick(['C-D', 'C-D', 'C-D', 'C-C', 'C-A', 'C-B']),
      },
    ];
  });
}

function guessOf(truth: string, dice: Dice): string {
  if (dice.happens(shares.right)) return truth;
  return dice.pick(
    standardClassTable
      .map(({ code }) => code)
      .filter((code) => stageOf(code) === stageOf(truth) && code !== truth),
  );
}

export function placeOf({ customer }: Story, chain: Chain): number {
  return chain.clinics.findIndex(({ id }) => id === customer.clinicId);
}
