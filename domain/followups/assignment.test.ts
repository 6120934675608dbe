import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FollowupRole } from '#domain/staff/role.ts';
import { assigneeFor } from './assignment.ts';
import type { Candidate } from './assignment.ts';

const followup = {
  role: 'cs_agent' as FollowupRole,
  clinicId: 'clinic-1',
  customerId: '01890a5d-ac96-774b-bcce-b302099a8057',
};
const agent = (staffId: string, clinicIds: Candidate['clinicIds'] = ['clinic-1']): Candidate => ({
  staffId,
  role: 'cs_agent',
  treats: false,
  clinicIds,
});

describe('who holds a new followup', () => {
  it.each([
    { name: 'nobody where nobody works', candidates: [], owner: null, holder: null },
    {
      name: 'nobody where nobody has the role',
      candidates: [{ ...agent('nurse-1'), role: 'nurse' }],
      owner: null,
      holder: null,
    },
    {
      name: 'nobody where the role works at another clinic',
      candidates: [agent('agent-1', ['clinic-2'])],
      owner: null,
      holder: null,
    },
    {
      name: 'the one who has the role',
      candidates: [agent('agent-1'), { ...agent('nurse-1'), role: 'nurse' }],
      owner: null,
      holder: 'agent-1',
    },
    {
      name: 'also somebody who works at all clinics',
      candidates: [agent('agent-1', 'all')],
      owner: null,
      holder: 'agent-1',
    },
    {
      name: "the customer's own person first",
      candidates: [agent('a'), agent('b'), agent('c')],
      owner: 'c',
      holder: 'c',
    },
    {
      name: "not the customer's own person where another role is asked for",
      candidates: [agent('a'), { ...agent('doctor-1'), role: 'doctor' }],
      owner: 'doctor-1',
      holder: 'a',
    },
    {
      name: "not the customer's own person of another clinic",
      candidates: [agent('a'), agent('b', ['clinic-2'])],
      owner: 'b',
      holder: 'a',
    },
    {
      name: "not the customer's own person who has left",
      candidates: [agent('a')],
      owner: 'gone',
      holder: 'a',
    },
  ] satisfies { name: string; candidates: Candidate[]; owner: string | null; holder: string | null }[])(
    'is $name',
    ({ candidates, owner, holder }) => {
      expect(assigneeFor(followup, [owner], candidates)).toBe(holder);
    },
  );

  it('is an owner who treats, where a doctor is asked for', () => {
    const owner: Candidate = { ...agent('a'), role: 'owner' };
    const dentist: Candidate = { ...agent('b'), role: 'owner', treats: true };
    expect(assigneeFor({ ...followup, role: 'doctor' }, [], [owner, dentist])).toBe('b');
  });

  it('is who had it in hand, before the customer’s own person', () => {
    const staff = [agent('a'), agent('b'), agent('c')];
    expect(assigneeFor(followup, ['c', 'b'], staff)).toBe('c');
    expect(assigneeFor(followup, [null, 'b'], staff)).toBe('b');
    expect(assigneeFor(followup, ['gone', 'b'], staff)).toBe('b');
  });

  it('is the same for every followup of a customer, in whatever order the staff is listed', () => {
    const staff = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.uuid(),
        staff.chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length }))),
        (customerId, [ids, shuffled]) => {
          const holder = assigneeFor(
            { ...followup, customerId },
            [],
            ids.map((id) => agent(id)),
          );
          expect(ids).toContain(holder);
          expect(
            assigneeFor(
              { ...followup, customerId },
              [],
              shuffled.map((id) => agent(id)),
            ),
          ).toBe(holder);
        },
      ),
    );
  });

  it('spreads ten thousand customers evenly over seven colleagues', () => {
    const staff = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => agent(id));
    const customers = fc.sample(fc.uuid(), { numRuns: 10_000, seed: 20160609 });
    const shares = new Map<string, number>();
    for (const customerId of customers) {
      const holder = assigneeFor({ ...followup, customerId }, [], staff)!;
      shares.set(holder, (shares.get(holder) ?? 0) + 1);
    }
    expect(shares.size).toBe(7);
    for (const share of shares.values()) {
      expect(share / customers.length).toBeGreaterThan(0.8 / 7);
      expect(share / customers.length).toBeLessThan(1.2 / 7);
    }
  });
});
