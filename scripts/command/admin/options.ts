import { dataOptions, text } from '#server/platform/arguments.ts';
import { flawOfPassword, passwordLength } from '#domain/staff/password.ts';
import type { PasswordFlaw } from '#domain/staff/password.ts';
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

/** The password given, from the environment, or typed twice unseen; `names` are guessed first. */
export async function choosePassword(given: string | undefined, names: readonly string[]): Promise<string> {
  const chosen = given ?? process.env['CARECURVE_PASSWORD'] ?? (await askTwice());
  const { least, most } = passwordLength;
  if (chosen.length < least || chosen.length > most)
    throw new Refused(`The password must have ${least} to ${most} characters.`);
  const flaw = flawOfPassword(chosen, names);
  if (flaw) throw tooSimple(flaw);
  return chosen;
}

export function tooSimple(flaw: PasswordFlaw): Refused {
  return new Refused(`${flaws[flaw]} Take a few unrelated words.`);
}

const flaws: Record<PasswordFlaw, string> = {
  'password-repeats': 'The password is the same few characters over and over.',
  'password-in-a-row': 'The password is digits, letters or keys in a row.',
  'password-of-many': 'The password is one that many people have.',
  'password-names-you': 'The password is little more than the login, the name or the organization.',
};

async function askTwice(): Promise<string> {
  const first = await askSecret('  Password: ');
  if (first !== (await askSecret('  Once more: ')))
    throw new Refused('The two are not the same; nothing was changed.');
  return first;
}
