import { hash, randomBytes } from 'node:crypto';

/** A secret that says which organization it belongs to: `prefix_organization_256 random bits`. Only its hash is kept. */
export function newToken(prefix: string, orgId: string): { token: string; hash: string } {
  const organization = Buffer.from(orgId.replaceAll('-', ''), 'hex').toString('base64url');
  const token = `${prefix}.${organization}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** The organization a token names, or null when it is no token of that kind. */
export function organizationOf(prefix: string, token: string): string | null {
  const match = /^([a-z]+)\.([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/.exec(token);
  if (!match || match[1] !== prefix) return null;
  const hex = Buffer.from(match[2]!, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
