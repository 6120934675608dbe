import { createHash, createHmac } from 'node:crypto';

/** Aliyun's version 3 signature (ACS3-HMAC-SHA256) of an RPC call without a body: the headers to send. */
export function signAliyun(
  call: { host: string; action: string; version: string; query: Readonly<Record<string, string>> },
  keys: { accessKeyId: string; secret: string },
  stamp: { at: string; nonce: string },
): { headers: Record<string, string>; queryText: string } {
  const queryText = Object.entries(call.query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  const emptyHash = sha256('');
  const signed: Record<string, string> = {
    host: call.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': emptyHash,
    'x-acs-date': stamp.at.replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': stamp.nonce,
    'x-acs-version': call.version,
  };
  const names = Object.keys(signed).sort();
  const canonical = [
    ...['POST', '/', queryText, names.map((name) => `${name}:${signed[name]}\n`).join('')],
    ...[names.join(';'), emptyHash],
  ].join('\n');
  const signature = createHmac('sha256', keys.secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${keys.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  const { host: _, ...headers } = signed;
  return { headers: { ...headers, authorization }, queryText };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** As RFC 3986 has it: what encodeURIComponent leaves, they do not. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
