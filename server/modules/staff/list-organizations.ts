import type { Database } from '#server/platform/context.ts';
import { selectOrganizations } from './house-store.ts';

export interface Organization {
  id: string;
  name: string;
  timezone: string;
  createdAt: string;
}

/** Every organization of this installation; for whoever holds its data folder, and nobody on the network. */
export function listOrganizations(house: { database: Database }): Promise<Organization[]> {
  return selectOrganizations(house);
}
