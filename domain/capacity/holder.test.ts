import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holderOf } from './holder.ts';
import type { Holder, HolderQuestion } from './holder.ts';

const person = (staffId: string, facts: Partial<Holder> = {}): Holder => ({
  staffId,
  role: 'cs_agent',
  treats: false,
  clinicIds: ['riverside'],
  teamIds: [],
  held: 0,
  isThere: true,
  standInId: null,
  ...facts,
});
const question = (facts: Partial<HolderQuestion> = {}): HolderQuestion => ({
  role: 'cs_agent',
  clinicId: 'riverside',
  rule: null,
  plannedId: 'ann',
  customersOwnerId: null,
  treatingDoctorIds: [],
  ...facts,
});
const [ann, ben] = [person('ann'), person('ben', { held: 3 })];
const doctor = person('doc', { role: 'doctor' });
const nurse = person('nina', { role: 'nurse', teamIds: ['ward'], held: 1 });
const away = { isThere: false };

interface Case {
  name: string;
  asks?: Partial<HolderQuestion>;
  people: Holder[];
  holder: string | null;
  code: string | null;
  insteadOf?: string;
}

describe('who holds a followup that comes in sight', () => {
  it.each<Case>([
    { name: 'as planned', people: [ann, ben], holder: 'ann', code: null },
    {
      name: 'the customer’s owner, by the rule',
      asks: { rule: 'customers-owner', customersOwnerId: 'ben' },
      people: [ann, ben],
      holder: 'ben',
      code: 'customers-owner',
    },
    {
      name: 'as planned where nobody owns the customer',
      asks: { rule: 'customers-owner' },
      people: [ann],
      holder: 'ann',
      code: null,
    },
    {
      name: 'the treating doctor, whatever the step’s role',
      asks: { rule: 'treating-doctor', treatingDoctorIds: ['left', 'doc'] },
      people: [ann, doctor],
      holder: 'doc',
      code: 'treating-doctor',
    },
    {
      name: 'nobody of another clinic',
      asks: { rule: 'treating-doctor', treatingDoctorIds: ['doc'] },
      people: [ann, { ...doctor, clinicIds: ['hillside'] }],
      holder: 'ann',
      code: null,
    },
    {
      name: 'whoever of the role holds least',
      asks: { rule: 'fair-turn' },
      people: [{ ...ann, held: 4 }, ben, nurse],
      holder: 'ben',
      code: 'fair-turn',
    },
    {
      name: 'of two who hold alike always the same',
      asks: { rule: 'fair-turn' },
      people: [ben, { ...ann, held: 3 }],
      holder: 'ann',
      code: 'fair-turn',
    },
    {
      name: 'nobody whose turn it is while away',
      asks: { rule: 'fair-turn' },
      people: [{ ...ann, ...away }, ben],
      holder: 'ben',
      code: 'fair-turn',
    },
    {
      name: 'whoever of the team holds least',
      asks: { rule: { teamId: 'ward' } },
      people: [ann, nurse],
      holder: 'nina',
      code: 'team',
    },
    {
      name: 'as planned where the team is empty',
      asks: { rule: { teamId: 'nobody' } },
      people: [ann],
      holder: 'ann',
      code: null,
    },
    {
      name: 'the stand-in of who is away throughout',
      people: [{ ...ann, ...away, standInId: 'nina' }, ben, nurse],
      holder: 'nina',
      code: 'stand-in',
      insteadOf: 'ann',
    },
    {
      name: 'a colleague where the stand-in does not serve the clinic',
      people: [{ ...ann, ...away, standInId: 'nina' }, ben, { ...nurse, clinicIds: ['hillside'] }],
      holder: 'ben',
      code: 'holder-away',
      insteadOf: 'ann',
    },
    {
      name: 'a colleague where the stand-in is away too',
      people: [{ ...ann, ...away, standInId: 'nina' }, ben, { ...nurse, ...away }],
      holder: 'ben',
      code: 'holder-away',
      insteadOf: 'ann',
    },
    { name: 'who is away, where nobody is there', people: [{ ...ann, ...away }], holder: 'ann', code: null },
    {
      name: 'a colleague of who has left',
      people: [ben],
      holder: 'ben',
      code: 'holder-gone',
      insteadOf: 'ann',
    },
    {
      name: 'somebody where nobody did',
      asks: { plannedId: null },
      people: [ben],
      holder: 'ben',
      code: 'fair-turn',
    },
    {
      name: 'nobody where nobody has the role',
      asks: { plannedId: null },
      people: [nurse],
      holder: null,
      code: null,
    },
  ])('$name', ({ asks, people, holder, code, insteadOf = null }) => {
    const { staffId, because } = holderOf(question(asks), people);
    expect({ staffId, code: because?.code ?? null, insteadOf: because?.insteadOfId ?? null }).toEqual({
      staffId: holder,
      code,
      insteadOf,
    });
  });

  it('is fair: in turn, nobody gets two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 60 }), (count, asked) => {
        const people = Array.from({ length: count }, (_, index) => person(`p${index}`));
        for (let turn = 0; turn < asked; turn += 1) {
          const { staffId } = holderOf(question({ rule: 'fair-turn' }), people);
          people.find((each) => each.staffId === staffId)!.held += 1;
        }
        const held = people.map((each) => each.held);
        expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
