import { createHash, createHmac } from 'node:crypto';

/** Tencent Cloud's version 3 signature (TC3-HMAC-SHA256) of a JSON call: the headers to send. */
export function signTencent(
  call: { host: string; service: string; action: string; version: string; region: string; body: string },
  keys: { secretId: string; secret: string },
  at: string,
): Record<string, string> {
  const seconds = String(Math.floor(Date.parse(at) / 1000));
  const day = at.slice(0, 10);
  const type = 'application/json; charset=utf-8';
  const signedNames = 'content-type;host;x-tc-action';
  const canonical = [
    ...[
      'POST',
      '/',
      '',
      `content-type:${type}\nhost:${call.host}\nx-tc-action:${call.action.toLowerCase()}\n`,
    ],
    ...[signedNames, sha256(call.body)],
  ].join('\n');
  const scope = `${day}/${call.service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', seconds, scope, sha256(canonical)].join('\n');
  const key = [day, call.service, 'tc3_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `TC3${keys.secret}`,
  );
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  return {
    'content-type': type,
    'x-tc-action': call.action,
    'x-tc-timestamp': seconds,
    'x-tc-version': call.version,
    'x-tc-region': call.region,
    authorization: `TC3-HMAC-SHA256 Credential=${keys.secretId}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
