import { commandLineOrExit } from '#server/platform/arguments.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { endSignIns, resetPassword } from '#server/modules/staff/help-sign-in.ts';
import { Refused } from '../leave.ts';
import { withHouse } from '../with-house.ts';
import { choosePassword, dataOnly, login, needed, password, tooSimple } from './options.ts';

/** Gives somebody who is locked out a new password. */
export async function resetPasswordOf(argv: string[]): Promise<void> {
  const { options } = commandLineOrExit(argv, {
    usage: 'npm run admin -- reset-password --login LOGIN [options]',
    options: { login, password, ...dataOnly },
  });
  const whose = needed(options.login, '--login');
  const chosen = await choosePassword(options.password, [whose]);
  await withHouse(options, async (house) => {
    await orSayWho(whose, resetPassword(house, { login: whose, password: chosen }));
    console.log(`  ${whose} has a new password, and every sign-in of before has ended.`);
  });
}

/** Ends the sign-ins of somebody whose computer or phone is lost. */
export async function signOutEverywhere(argv: string[]): Promise<void> {
  const { options } = commandLineOrExit(argv, {
    usage: 'npm run admin -- end-sessions --login LOGIN [options]',
    options: { login, ...dataOnly },
  });
  const whose = needed(options.login, '--login');
  await withHouse(options, async (house) => {
    await orSayWho(whose, endSignIns(house, { login: whose }));
    console.log(`  Every sign-in of ${whose} has ended.`);
  });
}

async function orSayWho(login: string, done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (error instanceof NotFound) throw new Refused(`Nobody signs in as "${login}".`);
    if (error instanceof Invalid) throw tooSimple('password-names-you');
    throw error;
  }
}
