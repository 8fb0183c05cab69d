import { ensureBuilt, ensureInstalled, ensureNode } from './ensure.js'

// npm run build: builds when the sources have changed since the last build.

ensureNode()
ensureInstalled()
if (!ensureBuilt()) process.stderr.write('組み立て済みです。\n')
