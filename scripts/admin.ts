// npm run admin: what only the holder of the data folder may do, without a browser.
import { createKey } from './command/admin/create-key.ts';
import { createOwner } from './command/admin/create-owner.ts';
import { listAll } from './command/admin/list-all.ts';
import { resetPasswordOf, signOutEverywhere } from './command/admin/sign-in-help.ts';
import { Refused, runCommand } from './command/leave.ts';

const commands: Record<string, (argv: string[]) => Promise<void>> = {
  'create-owner': createOwner,
  'create-api-key': createKey,
  'list-organizations': listAll,
  'reset-password': resetPasswordOf,
  'end-sessions': signOutEverywhere,
};
const usage = `Usage: npm run admin -- ${Object.keys(commands).join(' | ')} [options]
--help behind one of them lists its options.`;

await runCommand(async () => {
  const [name = '', ...argv] = process.argv.slice(2);
  if (name === '--help' || name === '-h') {
    console.log(usage);
    return;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Refused(name ? `There is no command "${name}".\n${usage}` : usage, 2);
  await command(argv);
});
