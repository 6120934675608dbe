import { systemContext } from './modules/staff/gate.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/context.ts';
import { outsideOrganizations } from './platform/database/transaction.ts';
import { dispatchEvents } from './platform/events/dispatch.ts';
import { heardTogether, react } from './reactions.ts';

interface House {
  database: Database;
  clock: Clock;
  publicUrl?: string;
}

/** Tells every waiting event of every organization, and what the events lead to, until all is quiet. */
export async function settle(house: House, only?: string): Promise<void> {
  for (const orgId of only ? [only] : await organizationsOf(house)) {
    while ((await dispatchEvents(await systemContext(house, orgId), react, heardTogether)) > 0);
  }
}

export async function organizationsOf(house: House): Promise<string[]> {
  const rows = await outsideOrganizations(house, (db) =>
    db.selectFrom('organizations').select('id').execute(),
  );
  return rows.map((row) => row.id);
}
