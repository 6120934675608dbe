/** The characters of a link's token: it can be read aloud, typed, and stands in an address as it is. */
export const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** First the organization's short name, which is no secret; then 95 bits that are. */
export const codeLength = 4;
export const secretLength = 16;

const shape = new RegExp(`^[0-9A-Za-z]{${codeLength + secretLength}}$`);

export interface TokenParts {
  code: string;
  token: string;
}

/** A token taken apart, or null where it cannot be one. */
export function readToken(token: string): TokenParts | null {
  return shape.test(token) ? { code: token.slice(0, codeLength), token } : null;
}

/** Characters drawn evenly from random bytes; the few bytes that would favour some are passed over. */
export function drawCharacters(count: number, randomBytes: (count: number) => Uint8Array): string {
  let drawn = '';
  while (drawn.length < count) {
    const bytes = randomBytes(count - drawn.length);
    for (let at = 0; at < bytes.length; at += 1) if (bytes[at]! < 248) drawn += base62[bytes[at]! % 62]!;
  }
  return drawn;
}

/** Where a token stands in the address of a customer's page. */
export const linkPath = (token: string): string => `/c/${token}`;

/**
 * A message's text as those read it who need not send it: where a link led, not the link, which would open the
 * customer's page to whoever copies it.
 */
export function withoutTokens(text: string): string {
  return text.replace(/(\/c\/)[0-9A-Za-z]{20}(?![0-9A-Za-z])/g, '$1…');
}
