import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

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

export default defineConfig({
  root: 'web',
  plugins: [react(), customerPage],
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
