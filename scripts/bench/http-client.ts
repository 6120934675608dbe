import http from 'node:http';

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** One request on a connection that is kept; anything but a yes is an error. */
export function request(
  url: string,
  sent: {
    method?: string;
    headers?: Record<string, string>;
    body?: object;
    /** Connections of one's own, which nobody else keeps busy. */
    by?: http.Agent;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = sent.body === undefined ? undefined : JSON.stringify(sent.body);
    const headers = {
      ...sent.headers,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const outgoing = http.request(
      url,
      { agent: sent.by ?? agent, method: sent.method ?? (body === undefined ? 'GET' : 'POST'), headers },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const status = incoming.statusCode!;
          if (status >= 300) reject(new Error(`${url}: ${status} ${text}`));
          else resolve({ status, headers: incoming.headers, text });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
