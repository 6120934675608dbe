import { isIP } from 'node:net';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';

/**
 * Passwords and patients must not cross a network in the clear: beyond this machine only with TLS of our own, or
 * with a proxy in front that speaks it.
 */
export function refuseUnsafeBind(bind: { host: string; tls: boolean; behindProxy: boolean }): Decision {
  if (isLoopback(bind.host) || bind.tls || bind.behindProxy) return yes;
  return no('plain-http-beyond-this-machine');
}

/** A name other than localhost may lead anywhere, and counts as outside. An empty host means every address. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (address === 'localhost' || address === '::1') return true;
  return isIP(address) === 4 && address.startsWith('127.');
}
