import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  serverBuildFile: 'index.js',
  future: {
    v3_fetcherPersist: true,
    // Never on: one unauthenticated question for its manifest costs a second of CPU (CVE-2026-42342 and its follow-up).
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
  buildEnd: ({ remixConfig }) => compressAssets(join(remixConfig.buildDirectory, 'client', 'assets')),
}

/**
 * Assets are compressed once, as hard as possible, and served as they lie. What vite.config.ts has emptied
 * goes, and the map of all pages as well: nothing asks for it.
 *
 * @param {string} folder
 */
async function compressAssets(folder) {
  for (const name of await readdir(folder)) {
    if (!/\.(js|css|svg|json)$/.test(name)) continue
    const path = join(folder, name)
    const bytes = await readFile(path)
    if (bytes.length <= 1 || name.startsWith('manifest-')) {
      await rm(path)
      continue
    }
    if (bytes.length < 1024) continue
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    await writeFile(`${path}.br`, brotliCompressSync(bytes, { params }))
    await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
