/** Where a Carecurve is found that nobody named otherwise: from this machine alone. */
export function onThisMachine({ tls = false, port = 3000 } = {}): string {
  return `${tls ? 'https' : 'http'}://localhost:${port}`;
}

/** Whether a link that begins with this address opens on a customer's telephone, and not only here. */
export function opensElsewhere(publicUrl: string): boolean {
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);
}
