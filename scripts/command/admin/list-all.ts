import { commandLineOrExit } from '#server/platform/arguments.ts';
import { listOrganizations } from '#server/modules/staff/list-organizations.ts';
import { withHouse } from '../with-house.ts';
import { dataOnly } from './options.ts';

/** Every organization of the data folder, with its id. */
export async function listAll(argv: string[]): Promise<void> {
  const { options } = commandLineOrExit(argv, {
    usage: 'npm run admin -- list-organizations [options]',
    options: dataOnly,
  });
  await withHouse(options, async (house) => {
    const organizations = await listOrganizations(house);
    if (organizations.length === 0) console.log('  There is no organization yet.');
    for (const { id, name, timezone, createdAt } of organizations)
      console.log(`  ${id}  ${name}  ${timezone}  since ${createdAt.slice(0, 10)}`);
  });
}
