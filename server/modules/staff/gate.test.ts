import { expect, it } from 'vitest';
import { clockAt } from '#server/platform/clock.ts';
import { aClinic, morning, testDatabase } from '#tests/support/clinic.ts';
import { systemContext } from './gate.ts';

it('what the system does by itself, it does on the day it is where the organization lives', async () => {
  const house = { database: testDatabase(), clock: clockAt(morning) };
  for (const zone of ['Asia/Shanghai', 'America/New_York']) {
    const { orgId } = await aClinic(morning, zone);
    expect(await systemContext(house, orgId)).toMatchObject({
      zone,
      now: morning,
      actor: { kind: 'system' },
    });
  }
});
