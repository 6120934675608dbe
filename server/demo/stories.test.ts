import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { standardVersions } from '#domain/followups/standard-protocols.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { readPhone } from '../modules/customers/phone.ts';
import type { PlanningGround } from '../modules/followups/plan-events.ts';
import type { Chain } from './chain.ts';
import { offerKey } from './channels.ts';
import { consentsOf } from './consents.ts';
import { messagesOf } from './messages.ts';
import { clinics, posts, teams, zone } from './content/chain.ts';
import type { TeamKey } from './content/chain.ts';
import { storiesOf } from './stories.ts';
import type { Story } from './stories.ts';

// The morning after the last month's round closed: some of it was not done.
const now = '2026-03-10T02:30:00.000Z';

function idOf(kind: number, place: number): string {
  return `0000000${kind}-0000-7000-8000-${String(place).padStart(12, '0')}`;
}

const chain: Chain = {
  clinics: clinics.map(({ name, kind }, place) => ({ id: idOf(1, place), name, kind })),
  teamIds: Object.fromEntries(Object.keys(teams).map((key, place) => [key, idOf(2, place)])) as Record<
    TeamKey,
    string
  >,
  staff: posts().map((post, place) => ({ ...post, id: idOf(3, place), name: `同事${place}` })),
};

const ground: PlanningGround = {
  protocols: standardVersions().map((version, place) => ({ ...version, versionId: idOf(4, place) })),
  zones: new Map(),
  zone,
  candidates: chain.staff.map(({ id, role, clinic }) => ({
    staffId: id,
    role,
    treats: role === 'doctor',
    clinicIds: clinic === null ? 'all' : [chain.clinics[clinic]!.id],
  })),
};

function tell(customers: number, seed = 'a seed', at = now): Story[] {
  return [...storiesOf(chain, ground, { seed, now: at, customers })];
}

const stories = tell(900);
const followups = stories.flatMap((story) => story.history.followups);
const attempts = stories.flatMap((story) => story.history.attempts);
const opensAt = new Map(followups.map((followup) => [followup.id, followup.opensAt]));

describe('the stories of a demo', () => {
  it('are the same for the same seed and time, and others for another seed', () => {
    const print = (told: Story[]) => createHash('sha256').update(JSON.stringify(told)).digest('hex');
    expect(print(tell(60))).toBe(print(tell(60)));
    expect(print(tell(60, 'another'))).not.toBe(print(tell(60)));
  });

  it('never call before a followup opened, nor in the time to come', () => {
    const tooEarly = attempts.filter((attempt) => attempt.at < opensAt.get(attempt.followup_id)!);
    expect(tooEarly).toEqual([]);
    expect(attempts.filter((attempt) => attempt.at >= now)).toEqual([]);
    expect(followups.filter(({ change }) => (change.ended_at ?? '') >= now)).toEqual([]);
  });

  it('leave nobody waiting for more than a few days', () => {
    const longAgo = '2026-03-04T00:00:00.000Z';
    expect(followups.filter(({ change, closesAt }) => change.state === 'open' && closesAt < longAgo)).toEqual(
      [],
    );
  });

  it('leave work for today: some late, some to be tried again, some to come', () => {
    const open = followups.filter(({ change }) => change.state === 'open');
    expect(open.filter((each) => each.closesAt < now)).not.toEqual([]);
    expect(open.filter((each) => each.change.tries > 0)).not.toEqual([]);
    expect(open.filter((each) => each.opensAt > now)).not.toEqual([]);
  });

  it('let nobody make two calls at once', () => {
    const calls = new Map(attempts.map((attempt) => [`${attempt.staff_id} ${attempt.at}`, attempt.call_id]));
    expect(calls.size).toBe(new Set(attempts.map((attempt) => attempt.call_id)).size);
  });

  it('have words for every answer, and a problem for every low score', () => {
    const reached = attempts.filter((attempt) => attempt.result === 'reached');
    expect(reached.filter((attempt) => !attempt.notes || attempt.notes.includes('{'))).toEqual([]);
    const low = attempts.filter((attempt) => attempt.score !== null && attempt.score < 8);
    expect(low.length).toBeGreaterThan(5);
    const firstLow = low.filter((attempt) => attempt.problem === null && attempt.action_plan === null);
    // A supervisor who hears a low score again may have nothing more to arrange.
    expect(firstLow.length).toBeLessThan(low.length / 4);
  });

  it('are told of people who can be reached and found: phones, names, ages that fit', () => {
    for (const { customer } of stories) {
      expect(readPhone(customer.phone!)).toBe(customer.phone);
      expect(customer.name).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect((customer.birthday ?? '1990-01-01') <= '2026-03-10').toBe(true);
    }
    const children = stories.filter(({ customer }) => (customer.birthday ?? '') > '2014-01-01');
    expect(children.length).toBeGreaterThan(20);
    expect(children.every(({ customer }) => customer.notes?.startsWith('监护人：'))).toBe(true);
  });

  it('treat by the hands of the right department, first visits first', () => {
    for (const { visits } of stories) {
      expect(visits.slice(1).filter((visit) => visit.kind === 'first')).toEqual([]);
      for (const treatment of visits.flatMap((visit) => visit.treatments)) {
        expect(treatmentCategories).toContain(treatment.category);
        expect(chain.staff.find((each) => each.id === treatment.doctorId)?.role).toBe('doctor');
      }
    }
  });
});

describe('what customers of a demo were written', () => {
  const agreed = new Map(stories.map((story) => [story, consentsOf(story, chain, now)]));
  const messages = stories.flatMap((story) => messagesOf(story, agreed.get(story)!, chain, now));

  it('is of the past, of what is about to go, and never to who wants nothing', () => {
    expect(messages.filter(({ queuedAt, call }) => queuedAt >= now || (call?.at ?? '') >= now)).toEqual([]);
    expect(messages.filter(({ call, held }) => call?.receipt?.arrived && !held)).not.toEqual([]);
    expect(messages.filter(({ call, held, dueAt }) => !call && !held && dueAt > now)).not.toEqual([]);
    const refusing = new Set(
      stories.flatMap(({ customer }) => (customer.refusesContact ? [customer.id] : [])),
    );
    expect(messages.filter(({ customer, call }) => call && refusing.has(customer.id))).toEqual([]);
  });

  it('advertises to nobody who has not agreed', () => {
    const offers = messages.filter(({ templateKey, call }) => templateKey === offerKey && call);
    const mayBe = new Set(
      [...agreed.values()].flat().flatMap((one) => (one.purpose === 'marketing' ? [one.customerId] : [])),
    );
    expect(offers.filter(({ customer }) => !mayBe.has(customer.id))).toEqual([]);
  });

  it('has a guardian answer for a child, and offers a minor nothing', () => {
    const children = new Set(
      stories.flatMap(({ customer }) => ((customer.birthday ?? '') > '2012-03-10' ? [customer.id] : [])),
    );
    const ofChildren = [...agreed.values()].flat().filter(({ customerId }) => children.has(customerId));
    expect(ofChildren).not.toEqual([]);
    expect(
      ofChildren.filter(({ guardianName, purpose }) => !guardianName || purpose === 'marketing'),
    ).toEqual([]);
  });
});

describe('the chain of a demo', () => {
  it('has sixty people of every role', () => {
    expect(posts()).toHaveLength(60);
    expect(new Set(posts().map((post) => post.role)).size).toBe(10);
  });
});
