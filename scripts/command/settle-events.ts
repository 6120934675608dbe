import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '#server/house.ts';
import { systemContext } from '#server/modules/staff/gate.ts';
import { countWaiting } from '#server/platform/events/count-waiting.ts';
import { settle } from '#server/settle.ts';

const lookAgainMs = 300;

/**
 * Lets everything that was announced be heard, as the server would do; a server that runs beside may be hearing
 * it already and is waited for. False when something could not be heard and is tried again later.
 */
export async function settleEvents(house: House, orgId: string): Promise<boolean> {
  for (;;) {
    await settle(house, orgId);
    const { waiting, postponed } = await countWaiting(await systemContext(house, orgId));
    if (postponed > 0) return false;
    if (waiting === 0) return true;
    await pause(lookAgainMs);
  }
}
