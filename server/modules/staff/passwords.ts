import { hash, verify } from '@node-rs/argon2';
import { flawOfPassword } from '#domain/staff/password.ts';
import { Invalid } from '#server/platform/errors.ts';

/** Throws Invalid when the password is little more than one of those names. */
export function refuseNamesIn(password: string, names: readonly string[]): void {
  const flaw = flawOfPassword(password, names);
  if (flaw) throw new Invalid({ path: 'password', code: flaw });
}

/** argon2id with the parameters OWASP names: 19 MiB, two passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Takes as long for a login that does not exist as for one that does. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await nobodysHash());
  const right = await verify(against, password).catch(() => false);
  return passwordHash !== null && right;
}

let nobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  return (nobody ??= hashPassword('nobody has this password'));
}
