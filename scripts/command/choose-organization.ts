import type { House } from '#server/house.ts';
import { listOrganizations, type Organization } from '#server/modules/staff/list-organizations.ts';
import { Refused } from './leave.ts';

/** The organization a command is about: the one named (by name or id), else the only one there is. */
export async function chooseOrganization(house: House, named: string | undefined): Promise<Organization> {
  const all = await listOrganizations(house);
  if (all.length === 0) {
    throw new Refused(
      'There is no organization yet. Make one, with its owner, by\n' +
        '  npm run admin -- create-owner --organization NAME --login LOGIN\n' +
        'on the same --data folder or DATABASE_URL.',
    );
  }
  const fitting = named === undefined ? all : all.filter(({ id, name }) => name === named || id === named);
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  if (fitting.length > 1 && named !== undefined) {
    throw new Refused(`Several organizations are named "${named}". Give one by its id:\n${listed(fitting)}`);
  }
  throw new Refused(
    named === undefined
      ? `There are several organizations. Say which with --organization:\n${listed(all)}`
      : `There is no organization "${named}". There are:\n${listed(all)}`,
  );
}

function listed(organizations: readonly Organization[]): string {
  return organizations.map(({ id, name }) => `  ${name}  (${id})`).join('\n');
}
