import type { Asked, History, Told } from './history.ts';

/** The answer to one try; none when the server was killed, or could not say what became of it (5xx). */
export type Answer = (Told & { isReplay: boolean }) | undefined;

/** Speaks to the server that runs now, as a script with an API key does. */
export interface Client {
  /** Reads; throws when there is no answer or a refusal. */
  read<T>(path: string): Promise<T>;
  upload<T>(path: string, form: FormData): Promise<T>;
  /** Writes, and leaves question and answer in the history. Asked again, the key is the same. */
  write(asked: Asked): Promise<Answer>;
  /** Answers of 500 and up. In the moment of a kill the database may be away (503), and nothing worse. */
  faults: string[];
}

const patienceMs = 60_000;

export function newClient(
  to: { address(): string; isDying(): boolean },
  apiKey: string,
  history: History,
): Client {
  const faults: string[] = [];

  const send = async (path: string, request: RequestInit): Promise<Told & { isReplay: boolean }> => {
    const response = await fetch(`${to.address()}/api/v1${path}`, {
      ...request,
      headers: { authorization: `Bearer ${apiKey}`, ...request.headers },
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    if (response.status >= 500) {
      const words = `${path}: ${response.status} ${text}`;
      if (response.status !== 503 || !to.isDying()) faults.push(words);
      throw new Error(words);
    }
    const isReplay = response.headers.get('idempotent-replay') === 'true';
    return { status: response.status, body: JSON.parse(text) as unknown, isReplay };
  };

  const readable = async <T>(path: string, request: RequestInit): Promise<T> => {
    const { status, body } = await send(path, request);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body as T;
  };

  return {
    faults,
    read: (path) => readable(path, {}),
    upload: (path, form) => readable(path, { method: 'POST', body: form }),
    async write(asked) {
      history.asks(asked);
      try {
        const answer = await send(asked.path, {
          method: asked.method,
          headers: {
            'content-type': 'application/json',
            'idempotency-key': asked.key,
            ...(asked.ifMatch === undefined ? {} : { 'if-match': `"${asked.ifMatch}"` }),
          },
          body: JSON.stringify(asked.body),
        });
        history.isTold(asked.key, { status: answer.status, body: answer.body });
        return answer;
      } catch {
        return undefined;
      }
    },
  };
}
