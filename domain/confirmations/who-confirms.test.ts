import { describe, expect, it } from 'vitest';
import { whoConfirms } from './who-confirms.ts';

const desk = [
  { id: 'li', name: '李' },
  { id: 'wang', name: '王' },
];
const nobodys = { position: 0, namedId: null, bookedById: null };

describe('who confirms an appointment', () => {
  it.each([
    { name: 'who was named', is: { namedId: 'wang', bookedById: 'li' }, who: 'wang', how: 'named' },
    { name: 'who booked it', is: { bookedById: 'wang' }, who: 'wang', how: 'booked' },
    { name: 'the first by turn', is: {}, who: 'li', how: 'turn' },
    { name: 'the second by turn', is: { position: 3 }, who: 'wang', how: 'turn' },
    { name: 'somebody here where who was named has left', is: { namedId: 'gone' }, who: 'li', how: 'turn' },
  ])('is $name', ({ is, who, how }) => {
    expect(whoConfirms({ ...nobodys, ...is }, desk)).toMatchObject({ id: who, how });
  });

  it('is nobody where nobody is at the desk', () => {
    expect(whoConfirms(nobodys, [])).toBeNull();
  });
});
