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

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry('app/server/main.ts')],
  resolve: { alias: { '#app': at('./app'), '#db': at('./db') } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy knows no data: for scripts and fonts
    rollupOptions: {
      onwarn(warning, warn) {
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning) // comments of zod that Rollup cannot use
      },
    },
  },
  ssr: { target: 'node' },
  optimizeDeps: {
    exclude: ['@node-rs/argon2', 'better-sqlite3', 'pg', 'kysely', 'lucia', '@remix-run/node'],
    esbuildOptions: { target: 'es2022' },
  },
})
