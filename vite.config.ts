import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

const at = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))

/**
 * The server is bundled together with the Remix build, so that build/ and node_modules are all that runs. All its files
 * lie side by side, since app/server/serve.ts looks for the browser's files from where it stands.
 */
const serverEntry = (input: string): Plugin => ({
  name: 'server-entry',
  enforce: 'post', // after the Remix plugin, which asks for its own build only
  config: (_config, { isSsrBuild, command }) =>
    command === 'build' && isSsrBuild
      ? { build: { rollupOptions: { input, output: { chunkFileNames: '[name]-[hash].js' } } } }
      : undefined,
})

/**
 * Pages are documents: what React made of them on the server is all of them, and the browser gets app/entry.client.ts and
 * the style sheet alone. Remix builds every page for the browser as well; here they are empty before it looks into them.
 */
const documentsOnly = (): Plugin => ({
  name: 'documents-only',
  enforce: 'post', // after the Remix plugin, which writes what is replaced here
  transform(_code, id, options) {
    if (options?.ssr || !id.endsWith('?__remix-build-client-route')) return undefined
    const isRoot = id.startsWith(at('./app/root.tsx'))
    return { code: isRoot ? `import ${JSON.stringify(at('./app/styles.css'))}` : 'export {}', map: null }
  },
})

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry('app/server/main.ts'), documentsOnly()],
  resolve: { alias: { '#app': at('./app'), '#db': at('./db') } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy knows no data: for scripts and fonts
    rollupOptions: {
      onwarn(warning, warn) {
        // Comments of zod that Rollup cannot use; the pages that are none of the browser's.
        if (!['INVALID_ANNOTATION', 'EMPTY_BUNDLE'].includes(warning.code ?? '')) warn(warning)
      },
    },
  },
  ssr: { target: 'node' },
  optimizeDeps: {
    exclude: ['@node-rs/argon2', 'better-sqlite3', 'pg', 'kysely', 'lucia', '@remix-run/node'],
    esbuildOptions: { target: 'es2022' },
  },
})
