import { OpenOrganization } from '#domain/staff/contract.ts';
import { commandLineOrExit } from '#server/platform/arguments.ts';
import { Conflict } from '#server/platform/errors.ts';
import { listOrganizations } from '#server/modules/staff/list-organizations.ts';
import { openOrganization } from '#server/modules/staff/open-organization.ts';
import { Refused } from '../leave.ts';
import { settleEvents } from '../settle-events.ts';
import { withHouse } from '../with-house.ts';
import { choosePassword, dataOnly, login, named, needed, password, timezone } from './options.ts';

/** Makes an organization and its owner, as the first-run page does. */
export async function createOwner(argv: string[]): Promise<void> {
  const { options } = commandLineOrExit(argv, {
    usage: 'npm run admin -- create-owner --organization NAME --login LOGIN [options]',
    options: {
      organization: named('the name of the organization'),
      login,
      password,
      name: named("the owner's name (default: the login)"),
      clinic: named('the name of its first clinic; without it none is made yet'),
      timezone,
      ...dataOnly,
    },
  });
  const names = {
    organization: needed(options.organization, '--organization'),
    login: needed(options.login, '--login'),
    name: options.name ?? needed(options.login, '--login'),
  };
  const asked = OpenOrganization.safeParse({
    ...names,
    password: await choosePassword(options.password, [names.organization, names.login, names.name]),
    ...(options.clinic === undefined ? {} : { clinic: options.clinic }),
    ...(options.timezone === undefined ? {} : { timezone: options.timezone }),
  });
  if (!asked.success) {
    const [flaw] = asked.error.issues;
    throw new Refused(`--${flaw?.path.join('.')} cannot be that: ${flaw?.message}.`, 2);
  }
  await withHouse(options, async (house) => {
    const { organization } = asked.data;
    if ((await listOrganizations(house)).some(({ name }) => name === organization))
      throw new Refused(
        `There is an organization "${organization}" already; its owner invites further people.`,
      );
    const { ctx } = await openOrganization(house, asked.data, { onlyFirst: false }).catch(
      (error: unknown) => {
        if (error instanceof Conflict && error.code === 'login-taken')
          throw new Refused(`The login ${asked.data.login} is taken; choose another.`);
        throw error;
      },
    );
    await settleEvents(house, ctx.orgId);
    console.log(`  Made ${organization}. Its owner signs in as ${asked.data.login}.`);
  });
}
