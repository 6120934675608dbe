import { permissions, permissionsOf, type Permission } from '#domain/staff/permissions.ts';
import { roles, type Role } from '#domain/staff/role.ts';
import { BadValue, commandLineOrExit } from '#server/platform/arguments.ts';
import { createApiKey } from '#server/modules/staff/api-keys.ts';
import { systemContext } from '#server/modules/staff/gate.ts';
import { chooseOrganization } from '../choose-organization.ts';
import { Refused } from '../leave.ts';
import { withHouse } from '../with-house.ts';
import { dataOnly, named, needed, whichOrganization } from './options.ts';

/** Makes a key for scripts and prints its secret, which nobody can see again. */
export async function createKey(argv: string[]): Promise<void> {
  const { options } = commandLineOrExit(argv, {
    usage: 'npm run admin -- create-api-key --name NAME [--permissions A,B,C | --role ROLE] [options]',
    options: {
      organization: whichOrganization,
      name: named('what the key is for'),
      permissions: {
        takes: 'A,B,C',
        help: 'what it may; without this and --role, all that an owner may',
        read: readPermissions,
      },
      role: { takes: 'ROLE', help: 'it may what this role may', read: readRole },
      ...dataOnly,
    },
  });
  const name = needed(options.name, '--name').trim();
  if (name.length > 80) throw new Refused('--name may have 80 characters at most.', 2);
  if (options.permissions && options.role) throw new Refused('Give --permissions or --role, not both.', 2);
  const granted = options.permissions ?? permissionsOf[options.role ?? 'owner'];
  await withHouse(options, async (house) => {
    const { id, name: organization } = await chooseOrganization(house, options.organization);
    const { secret } = await createApiKey(await systemContext(house, id), {
      name,
      permissions: [...granted],
    });
    console.error(`  A key for ${organization}, shown this once:`);
    console.log(secret);
  });
}

function readPermissions(text: string): Permission[] {
  const asked = text.split(',').map((each) => each.trim());
  if (asked.every(isPermission)) return asked;
  throw new BadValue(`some of ${permissions.join(',')}`);
}

function isPermission(text: string): text is Permission {
  return permissions.some((each) => each === text);
}

function readRole(text: string): Role {
  const role = roles.find((each) => each === text);
  if (role) return role;
  throw new BadValue(`one of ${roles.join(', ')}`);
}
