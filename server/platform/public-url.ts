/** Where a Carecurve is found that nobody named otherwise: from this machine alone. */
export function onThisMachine({ tls = false, port = 3000 } = {}): string {
  return `${tls ? 'https' : 'http'}://localhost:${port}`;
}
