import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Live, LiveEvent } from './define-route.ts';

/** So often something is sent although nothing happened, so that no proxy takes the stream for dead. */
const heartbeatMs = 15_000;
/** After so long the caller connects anew, and is asked again who it is. */
const lifeMs = 10 * 60_000;
/** What a caller does not take off our hands is not kept for it: it reads on from its last piece when it is back. */
const mostWaitingBytes = 1_000_000;

export function readEventId(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** Sends news as it comes until the caller goes, is too slow, or its time is over. */
export function sendLive(reply: FastifyReply, live: Live): FastifyReply {
  let stop = (): void => {};
  const stream = new Readable({
    read() {},
    destroy(error, done) {
      clearInterval(heartbeat);
      clearTimeout(life);
      stop();
      done(error);
    },
  });
  const end = () => stream.push(null);
  const heartbeat = setInterval(() => stream.push(': \n\n'), heartbeatMs);
  const life = setTimeout(end, lifeMs);
  stream.push('retry: 1000\n\n');
  stop = live.follow((event) => {
    if (stream.destroyed) return;
    if (stream.readableLength > mostWaitingBytes) stream.destroy();
    else stream.push(textOf(event));
  }, end);
  return reply
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .type('text/event-stream; charset=utf-8')
    .send(stream);
}

function textOf({ id, kind, data }: LiveEvent): string {
  return `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
