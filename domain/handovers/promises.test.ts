import { describe, expect, it } from 'vitest';
import { standingPromises } from './promises.ts';
import type { CallWithPromise } from './promises.ts';

const zone = 'Asia/Shanghai';
const now = '2026-03-12T01:00:00.000Z';
const call = (facts: Partial<CallWithPromise>): CallWithPromise => ({
  callId: 'call',
  at: '2026-03-10T01:00:00.000Z',
  byName: '王敏',
  isReached: false,
  actionPlan: null,
  callBackAt: null,
  nextAppointmentOn: null,
  ...facts,
});
const callBack = { callBackAt: '2026-03-11T01:00:00.000Z' };
const kindsOf = (calls: CallWithPromise[]) => standingPromises(calls, now, zone).map(({ kind }) => kind);

describe('a promise', () => {
  it.each([
    { name: 'to call back stands, also when it is late', calls: [call(callBack)], stands: ['call-back'] },
    {
      name: 'to call back is kept by a call that reached them',
      calls: [call(callBack), call({ at: '2026-03-11T02:00:00.000Z', isReached: true })],
      stands: [],
    },
    {
      name: 'to call back is not kept by a call that nobody answered',
      calls: [call(callBack), call({ at: '2026-03-11T02:00:00.000Z' })],
      stands: ['call-back'],
    },
    {
      name: 'to call back is not kept by the call before it',
      calls: [call(callBack), call({ at: '2026-03-09T02:00:00.000Z', isReached: true })],
      stands: ['call-back'],
    },
    { name: 'of the day before is over', calls: [call({ nextAppointmentOn: '2026-03-11' })], stands: [] },
    {
      name: 'of today stands',
      calls: [call({ nextAppointmentOn: '2026-03-12' })],
      stands: ['wants-to-come'],
    },
    {
      name: 'of tomorrow stands',
      calls: [call({ nextAppointmentOn: '2026-03-13' })],
      stands: ['wants-to-come'],
    },
    {
      name: 'to do something stands a year later',
      calls: [call({ at: '2025-03-12T01:00:00.000Z', actionPlan: '复查' })],
      stands: ['action-plan'],
    },
    {
      name: 'to do something is not held against anybody the day after',
      calls: [call({ at: '2025-03-11T01:00:00.000Z', actionPlan: '复查' })],
      stands: [],
    },
  ])('$name', ({ calls, stands }) => {
    expect(kindsOf(calls)).toEqual(stands);
  });

  it('stands below the newer ones, with who made it', () => {
    const older = call({ at: '2026-02-10T01:00:00.000Z', actionPlan: '换牙套', byName: '李静' });
    const newer = call({ actionPlan: '送复查券' });
    expect(standingPromises([older, newer], now, zone)).toMatchObject([
      { words: '送复查券', byName: '王敏' },
      { words: '换牙套', byName: '李静' },
    ]);
  });
});
