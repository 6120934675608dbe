import { describe, expect, it } from 'vitest';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import { accountOf } from './accounts.ts';
import type { StoryVisit } from './visits.ts';

function aVisit(place: number, ...categories: TreatmentCategory[]): StoryVisit {
  const id = `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
  return {
    id,
    clinicId: 'clinic',
    customerId: 'customer',
    kind: 'return',
    visitedOn: '2026-03-12',
    openedAt: '2026-03-12T01:00:00.000Z',
    closedAt: '2026-03-12T02:00:00.000Z',
    treatments: categories.map((category, position) => ({
      id: `${position}`,
      visitId: id,
      customerId: 'customer',
      category,
      name: category,
      position,
    })),
    doctorName: '',
    isUndecided: false,
  };
}

const many = Array.from({ length: 1_000 }, (_, place) => place);

describe('the account of a customer of the demo chain', () => {
  it('is the same for the same visits', () => {
    expect(accountOf({ visits: [aVisit(1, 'filling')] })).toEqual(
      accountOf({ visits: [aVisit(1, 'filling')] }),
    );
  });

  it('never has more paid than charged, and forgets to charge now and then', () => {
    const accounts = many.map((place) => accountOf({ visits: [aVisit(place, 'implant', 'cleaning')] }));
    const forgotten = accounts.filter((entries) => entries.length === 0).length;
    expect(forgotten).toBeGreaterThan(5);
    expect(forgotten).toBeLessThan(30);
    for (const [charge, payment] of accounts.filter((entries) => entries.length > 0))
      expect(payment!.booking.fen).toBeLessThanOrEqual(charge!.booking.fen);
  });

  it('charges a long treatment when it begins', () => {
    for (const place of many.slice(0, 50)) {
      const visits = [aVisit(2 * place, 'orthodontics'), aVisit(2 * place + 1, 'orthodontics')];
      const charges = accountOf({ visits }).filter(({ booking }) => booking.kind === 'charge');
      const later = charges.find(({ visitId }) => visitId === visits[1]!.id);
      if (later) expect(later.booking.fen).toBeLessThanOrEqual(8_000);
    }
  });
});
