/**
 * Keeps the page itself, so that it opens while the server is out of reach. It keeps no data and answers nothing in
 * the server's place: what comes from /api always comes from the server.
 */

/** The files of this build that the desk's page is made of; vite.config.ts writes them here. */
const shell = JSON.parse('__SHELL__') as readonly string[];
const cacheName = `shell ${shell.join(' ')}`;

/** What a service worker's global is; the pages' own types have a window instead. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: AskEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}
interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = globalThis as unknown as WorkerScope;

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (isOurs(pathname)) event.respondWith(fromServerElseKept(request));
  } else if (shell.includes(pathname)) event.respondWith(fromKeptElseServer(request));
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(shell.map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

async function dropOlder(): Promise<void> {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
}

/** The staff's pages; a customer's page and the waiting room's screen are kept nowhere. */
function isOurs(path: string): boolean {
  return !/^\/(api|c|b|screen|customer)\//.test(path);
}

/** A newer build is taken as soon as there is one; a proxy without a server behind it is no server. */
async function fromServerElseKept(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  if (answer && answer.status < 500) return answer;
  return (await caches.match('/')) ?? answer ?? Response.error();
}

/** Files are named by their content: what is kept is what the server has. */
async function fromKeptElseServer(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
