/** The session's cookie: tied to this host, to https (or this machine), and out of reach of scripts. */
export const sessionCookie = '__Host-carecurve';

export function readSessionCookie(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === sessionCookie && value) return value;
  }
  return null;
}

export function sessionCookieOf(token: string): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`;
}

export const endedSessionCookie = `${sessionCookie}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0`;
