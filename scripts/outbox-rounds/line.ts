import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Answer, OpenAccount, Outgoing, Receipt } from '#server/modules/messaging/channels/channel.ts';
import type { Line, Provider } from './provider.ts';

interface Asked {
  account: Pick<OpenAccount, 'id' | 'kind'>;
  message?: Outgoing;
  attemptId?: string;
}

/** The provider at an address: what it has heard outlives the worker that said it. */
export async function serveProvider(provider: Provider): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { account, message, attemptId } = JSON.parse(body) as Asked;
      let said: object | null;
      try {
        said = message ? provider.send(account, message) : provider.ask(account, attemptId!);
      } catch {
        response.destroy();
        return;
      }
      response.end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The same provider from another process. */
export function lineTo(url: string): Line {
  const post = async (asked: Asked): Promise<unknown> => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(asked) });
    return answer.json();
  };
  const named = ({ id, kind }: OpenAccount) => ({ id, kind });
  return {
    send: (account, message) => post({ account: named(account), message }) as Promise<Answer>,
    ask: (account, attemptId) => post({ account: named(account), attemptId }) as Promise<Receipt | null>,
  };
}
