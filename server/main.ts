import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { commandLineOrExit, databaseUrlOf, dataDirOf, serverOptions } from './platform/arguments.ts';
import { refuseUnsafeBind } from './platform/bind.ts';
import { Conflict } from './platform/errors.ts';
import { isPortTaken } from './platform/port.ts';
import { onThisMachine } from './platform/public-url.ts';
import { startMessenger } from './messenger.ts';
import { serveWeb } from './serve-web.ts';
import { startWorker } from './worker.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { options } = commandLineOrExit(process.argv.slice(2), {
  usage: 'npm start -- [options]',
  options: serverOptions,
});

const host = options.host ?? '127.0.0.1';
const tls =
  options.tlsCert && options.tlsKey
    ? { cert: readFileSync(options.tlsCert), key: readFileSync(options.tlsKey) }
    : undefined;
const bind = refuseUnsafeBind({ host, tls: tls !== undefined, behindProxy: options.behindProxy ?? false });
if (!bind.allowed) {
  leave(
    `Carecurve does not serve on ${host} in the clear: passwords and patients' data would cross the network readable.\n` +
      'Give --tls-cert and --tls-key, or --behind-proxy where a proxy in front of it speaks TLS.',
    2,
  );
}

const wantedPort = options.port ?? 3000;
if (wantedPort !== 0 && (await isPortTaken(host, wantedPort).catch(cannotServe))) leave(portIsTaken(), 1);

const house = await open();
if (options.demo) await fillDemo(house);
const worker = startWorker(house);
const messenger = startMessenger(house);
const app = await buildApp({
  ...house,
  version: (JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string })
    .version,
  behindProxy: options.behindProxy ?? false,
  ...(tls ? { tls } : {}),
});
if (!(await serveWeb(app, path.join(root, 'dist/web')))) {
  console.log('  The pages are not built; only the API answers (npm run build).');
}
await app.listen({ host, port: wantedPort }).catch(cannotServe);
const address = app.server.address();
const port = typeof address === 'object' && address ? address.port : options.port;
const shown = ['127.0.0.1', '::1', 'localhost'].includes(host) ? 'localhost' : host;
console.log(
  `\n  Carecurve 愈线  ${tls ? 'https' : 'http'}://${shown}:${port}\n  Data: ${house.dataDir}   Ctrl-C to stop\n`,
);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop();
  });
}

async function stop(): Promise<void> {
  console.log('  Stopping …');
  await app.close();
  await messenger.stop();
  await worker.stop();
  await house.close();
  process.exit(0);
}

async function open(): Promise<House> {
  try {
    return await openHouse({
      dataDir: dataDirOf(options),
      databaseUrl: databaseUrlOf(),
      trialClock: options.trialClock,
      publicUrl: options.publicUrl ?? onThisMachine({ tls: tls !== undefined, port: wantedPort }),
      onProgress: (line) => console.log(`  ${line}`),
    });
  } catch (error) {
    if (error instanceof Conflict && error.code === 'is-a-real-database') {
      leave(
        'This data folder holds a real clinic, not a trial: --trial-clock is for a folder of its own (--data DIR).',
        2,
      );
    }
    return leave((error as Error).message, 1);
  }
}

async function fillDemo(house: House): Promise<void> {
  const { fillDemoChain } = await import('./demo/fill-demo-chain.ts');
  await fillDemoChain(house, { onProgress: (line) => console.log(`  ${line}`) });
}

function cannotServe(error: NodeJS.ErrnoException): never {
  return leave(error.code === 'EADDRINUSE' ? portIsTaken() : error.message, 1);
}

function portIsTaken(): string {
  const another = `npm start -- --port ${wantedPort + 1}`;
  return `端口 ${wantedPort} 已被占用，请换一个 Port ${wantedPort} is in use; take another: ${another}`;
}

function leave(message: string, code: number): never {
  console.error(`\n  ${message}\n`);
  process.exit(code);
}
