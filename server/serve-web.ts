import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** A customer's page has less than the staff's: not one style of its own making, and nothing to send by a form. */
const customerPageHeaders = (page: string) => ({
  'content-security-policy':
    `default-src 'none'; script-src 'self'${hashesIn(page)}; style-src 'self'; img-src 'self' data: blob:; ` +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
});

/** The few lines that stand in the page itself, by their hash: those run, and no others that somebody got into it. */
function hashesIn(page: string): string {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script!);
  const hashes = scripts.map((script) => createHash('sha256').update(script).digest('base64'));
  return hashes.map((hash) => ` 'sha256-${hash}'`).join('');
}

/** Serves the built pages from `folder`; false where they are not built. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<boolean> {
  if (!existsSync(path.join(folder, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root: folder,
    setHeaders: (reply, file) => {
      const forever = file.includes(`${path.sep}assets${path.sep}`);
      // The customer's page has said already that it is kept nowhere.
      if (!file.endsWith('page.html'))
        void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
    cacheControl: false,
    // As the build has left them beside the files: a phone waits for a third of the bytes.
    preCompressed: true,
  });
  // The same page for every token, read from the disk: whoever fetches a preview of the link touches nothing.
  const headers = customerPageHeaders(readFileSync(path.join(folder, 'customer/page.html'), 'utf8'));
  for (const address of ['/c/:token', '/b/:place', '/i/:place', '/screen/:token'])
    app.get(address, (_, reply) => reply.headers(headers).sendFile('customer/page.html'));
  // Every address that is not a file belongs to the page, which knows its own ways and its own "not found".
  app.setNotFoundHandler((request, reply) => {
    // Not given back: whoever waits for a reply listens to it, and the file's own handler did so already.
    if (request.method === 'GET' && !request.url.startsWith('/assets/')) void reply.sendFile('index.html');
    else void reply.status(404).send({ code: 'not-found' });
  });
  return true;
}
