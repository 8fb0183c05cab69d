import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin, type Rollup } from 'vite'
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

/** What pages share comes in few files: a browser with an empty cache asks for a dozen, not for thirty. */
const sharedChunks = (): Plugin => ({
  name: 'shared-chunks',
  enforce: 'post',
  config: (_config, { isSsrBuild, command }) =>
    command === 'build' && !isSsrBuild
      ? { build: { rollupOptions: { output: { manualChunks: chunkOf } } } }
      : undefined,
})

const routes = at('./app/routes/')

/** Where heads and committees judge: much that these pages share nobody else ever opens. */
const reviewing = ['considerations', 'consultations', 'agenda', 'committee', 'sittings', 'dialogue']

/**
 * One file for what pages all over the site share, one for what those of reviewers do, and one for each folder of pages
 * that share among themselves.
 */
const chunkOf: Rollup.GetManualChunk = (id, { getModuleInfo }) => {
  if (!id.startsWith(at('./app/')) || id.startsWith(routes)) return undefined
  const pages = new Set<string>()
  const users = new Set([id])
  for (const user of users) {
    if (user.startsWith(routes)) pages.add(user.slice(routes.length))
    else for (const importer of getModuleInfo(user)?.importers ?? []) users.add(importer)
  }
  const folders = new Set(Array.from(pages, (page) => dirname(page)))
  const [folder] = folders
  if (pages.size < 2) return undefined
  if (folders.size === 1 && folder !== '.') return `pages-${folder?.replaceAll('/', '-')}`
  const isOfReviewers = [...folders].every((path) => reviewing.includes(path.split('/')[0] ?? ''))
  return isOfReviewers ? 'pages-reviewing' : 'shared'
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry('app/server/main.ts'), sharedChunks()],
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
