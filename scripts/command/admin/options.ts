import { dataOptions, text } from '#server/platform/arguments.ts';
import { passwordShape } from '#domain/staff/contract.ts';
import { Refused } from '../leave.ts';
import { askSecret } from '../ask-secret.ts';

const { timezone, ...dataOnly } = dataOptions;
export { dataOnly, timezone };

export const named = (help: string) => ({ takes: 'NAME', help, read: text });
export const whichOrganization = named('the organization, where there are several');
export const login = { takes: 'LOGIN', help: 'the name to sign in with', read: text };
export const password = {
  takes: 'PASSWORD',
  help: 'at least 10 characters; else from CARECURVE_PASSWORD, else it is asked for',
  read: text,
};

export function needed(value: string | undefined, flag: string): string {
  if (value === undefined || value.trim() === '') throw new Refused(`${flag} is missing.`, 2);
  return value;
}

/** The password given, from the environment, or typed twice unseen. */
export async function choosePassword(given: string | undefined): Promise<string> {
  const chosen = given ?? process.env['CARECURVE_PASSWORD'] ?? (await askTwice());
  if (!passwordShape.safeParse(chosen).success)
    throw new Refused('The password must have 10 to 200 characters.');
  return chosen;
}

async function askTwice(): Promise<string> {
  const first = await askSecret('  Password: ');
  if (first !== (await askSecret('  Once more: ')))
    throw new Refused('The two are not the same; nothing was changed.');
  return first;
}
