import { createCipheriv, createHash } from 'node:crypto';

interface Sealing {
  token: string;
  key: string;
  receiver: string;
  at: string;
  nonce?: string;
}

/** A callback as WeChat's documents describe it, written anew: nothing of what opens it is used. */
export function sealCallback(text: string, { token, key, receiver, at, nonce = 'n' }: Sealing) {
  const secret = Buffer.from(`${key}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(text));
  const plain = Buffer.concat([Buffer.alloc(16, 7), length, Buffer.from(text), Buffer.from(receiver)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', secret, secret.subarray(0, 16));
  cipher.setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(pad, pad)]);
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  const timestamp = String(Date.parse(at) / 1000);
  const signed = [token, timestamp, nonce, sealed].sort().join('');
  const query = { msg_signature: createHash('sha1').update(signed).digest('hex'), timestamp, nonce };
  return { sealed, query, body: `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>` };
}
