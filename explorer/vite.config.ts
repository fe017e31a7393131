import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUTPUT = join(import.meta.dirname, '../dist/explorer');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compressed()],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2022',
    // The pages may load files of their own server alone; data in addresses is none of these.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // While pages are worked on: "npx vite explorer" beside a running server.
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/playground': 'http://127.0.0.1:4000' } },
});

/** Puts a compressed copy beside each file that has more than a few bytes to gain; fonts are compressed already. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:js|css|html|svg)$/.test(name)) continue;
        const file = join(OUTPUT, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(content));
      }
    },
  };
}
