import { createHash, randomBytes } from 'node:crypto';
import { codeLength, drawCharacters, secretLength } from '#domain/links/token.ts';

/** A new token of the organization with that short name, and the hash it is found by. */
export function makeToken(code: string): { token: string; hash: string } {
  const token = code + drawCharacters(secretLength, randomBytes);
  return { token, hash: hashLink(token) };
}

export const makeCode = (): string => drawCharacters(codeLength, randomBytes);

export function hashLink(token: string): string {
  return createHash('sha256').update(`link ${token}`).digest('base64url');
}
