import { defineConfig } from 'vite'

// One file, so that the server starts in a fraction of a second; packages with binaries of their own stay outside.
export default defineConfig({
  root: 'apps/server',
  ssr: {
    noExternal: true,
    external: ['@photostructure/sqlite', '@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'],
  },
  build: {
    ssr: true,
    outDir: '../../dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'apps/server/main.ts',
        'sqlite-writer': 'apps/server/storage/sqlite-writer.ts',
        'fold-worker': 'apps/server/room/fold-worker.ts',
        'export-worker': 'apps/server/export-worker.ts',
      },
    },
  },
})
