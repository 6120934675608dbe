import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hosts } from './hosts.ts';

export interface Heard {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Behaviour =
  | { kind: 'shows'; bytes: Buffer }
  | { kind: 'says'; status?: number; body: unknown; headers?: Record<string, string> }
  | { kind: 'hangs' }
  | { kind: 'resets' }
  | { kind: 'garbage' };

/** A server on this machine that speaks the providers' protocols, and fails in the way it is told to. */
export async function aProvider() {
  const heard: Heard[] = [];
  let next: (path: string) => Behaviour = () => ({ kind: 'says', body: {} });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      heard.push({
        ...{ method: request.method ?? '', path: url.pathname, query: Object.fromEntries(url.searchParams) },
        ...{ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') },
      });
      behave(response, next(url.pathname));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let nonces = 0;
  const hosts: Hosts = {
    ...{
      aliyun: base,
      aliyunBilling: base,
      tencent: base,
      wechat: base,
      wecom: base,
      dingtalk: base,
      feishu: base,
    },
    mayMail: () => true,
    isPictureHost: ({ origin }) => origin === base,
    now: () => '2026-03-12T01:00:00.000Z',
    nonce: () => `nonce-${(nonces += 1)}`,
  };
  return {
    hosts,
    heard,
    willDo: (behaviour: (path: string) => Behaviour) => {
      next = behaviour;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function behave(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour.kind === 'hangs') return;
  if (behaviour.kind === 'resets') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (behaviour.kind === 'shows') {
    response.writeHead(200, { 'content-type': 'image/png' }).end(behaviour.bytes);
    return;
  }
  if (behaviour.kind === 'garbage') {
    response.writeHead(200).end('<html>busy</html>');
    return;
  }
  response.writeHead(behaviour.status ?? 200, { 'content-type': 'application/json', ...behaviour.headers });
  response.end(JSON.stringify(behaviour.body));
}
