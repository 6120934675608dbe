import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './vite.compressed.ts';

/** Old browsers inside WeChat run no modules: one classic script, after the page. */
const asClassicScript = {
  name: 'classic-script',
  enforce: 'post' as const,
  transformIndexHtml: (html: string) => html.replace(/<script type="module" crossorigin/g, '<script defer'),
};

// The customer's page: apart from the staff's, in one small script that telephones of many years ago can run.
export default defineConfig({
  root: 'web',
  publicDir: false,
  plugins: [asClassicScript, compressed],
  build: {
    outDir: '../dist/web',
    // Beside the staff's pages, which are built first.
    emptyOutDir: false,
    assetsDir: 'customer/assets',
    target: ['es2017', 'chrome61', 'safari11'],
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('web/customer/page.html', import.meta.url)),
      output: { format: 'iife' },
    },
  },
});
