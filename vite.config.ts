import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin, Rolldown } from 'vite';
import { compressed } from './vite.compressed.ts';
import { quietLibrary } from './vite.quiet-library.ts';

/** While developing, a customer's link leads to its page as the server leads it. */
const customerPage: Plugin = {
  name: 'customer-page',
  configureServer: (server) => {
    server.middlewares.use((request, _, next) => {
      if (/^\/(c|b|screen)\/\w+/.test(request.url ?? '')) request.url = '/customer/page.html';
      next();
    });
  },
};

/** The service worker, with the list of what the desk's page is made of: only that opens without a server. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  enforce: 'post',
  buildStart() {
    this.emitFile({
      type: 'chunk',
      id: fileURLToPath(new URL('web/offline/service-worker.ts', import.meta.url)),
      fileName: 'service-worker.js',
    });
  },
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const worker = chunks.find(({ fileName }) => fileName === 'service-worker.js');
    const isWanted = ({ isEntry, facadeModuleId, fileName }: Rolldown.OutputChunk) =>
      (isEntry && fileName !== 'service-worker.js') || facadeModuleId?.endsWith('/board-page.tsx');
    const files = new Set<string>();
    const take = (chunk: Rolldown.OutputChunk | undefined) => {
      if (!chunk || files.has(chunk.fileName)) return;
      files.add(chunk.fileName);
      for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(sheet);
      for (const name of chunk.imports) take(chunks.find(({ fileName }) => fileName === name));
    };
    for (const chunk of chunks.filter(isWanted)) take(chunk);
    if (!worker || files.size === 0) throw new Error('there is no service worker, or nothing for it to keep');
    const shell = ['/', '/favicon.svg', ...[...files].sort().map((file) => `/${file}`)];
    worker.code = worker.code.replace('__SHELL__', JSON.stringify(shell));
  },
};

export default defineConfig({
  root: 'web',
  plugins: [react(), quietLibrary, customerPage, serviceWorker, compressed],
  // While developing, the libraries are put together by themselves.
  optimizeDeps: { rolldownOptions: { plugins: [quietLibrary] } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The Content-Security-Policy allows images as data:, fonts and scripts only as files.
    assetsInlineLimit: (file) => (file.endsWith('.svg') ? undefined : false),
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
            },
            { name: 'shapes', test: /node_modules\/(zod|temporal-polyfill)\// },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // The API refuses writes whose Host is not the page's own origin, so the Host stays as the browser sent it.
    proxy: { '/api/': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
