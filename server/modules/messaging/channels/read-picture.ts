import { patienceMs } from './ask-provider.ts';
import type { Hosts } from './hosts.ts';

const mostBytes = 300_000;
/** How the pictures begin that a provider draws. */
const kinds = [
  { type: 'image/png', begins: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
  { type: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
];

/**
 * A picture that lies with a provider, as an address that holds its bytes: no browser of ours asks a foreign server. Null
 * where it lies elsewhere, is too large, or is no picture.
 */
export async function readPicture(
  address: string,
  { isPictureHost }: Pick<Hosts, 'isPictureHost'>,
): Promise<string | null> {
  const url = URL.parse(address);
  if (url === null || !isPictureHost(url)) return null;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    const bytes = Buffer.from(await response.arrayBuffer());
    const kind = kinds.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
    if (!response.ok || !kind || bytes.length > mostBytes) return null;
    return `data:${kind.type};base64,${bytes.toString('base64')}`;
  } catch {
    return null;
  }
}
