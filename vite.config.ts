import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = 'http://localhost:4000'

// The web app and all tests; the server's build is `apps/server/vite.config.ts`.
export default defineConfig({
  root: 'apps/web',
  // Tests need neither: TypeScript and JSX are understood without, and styles are not looked at.
  plugins: process.env['VITEST'] ? [] : [react(), tailwindcss()],
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols'] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    // Every page names the chunks that it may send for; without words in them the first load is over 1 kB lighter.
    rolldownOptions: { output: { chunkFileNames: 'assets/[hash].js' } },
    license: { fileName: 'licences.md' },
    // The page allows no inline scripts and no data addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': server, '/sync': { target: server, ws: true } },
  },
  test: {
    root: '.',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      // Pure tests share the modules that they load: that halves the processor time of `npm run check`.
      { extends: true, test: { name: 'unit', include: ['{apps,packages}/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'contract', include: ['tests/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'page', include: ['{apps,packages,tests}/**/*.test.tsx'], environment: 'happy-dom' },
      },
    ],
  },
})
