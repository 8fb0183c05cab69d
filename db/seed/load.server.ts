import type { FileStore } from '#app/domain/attachments/file-store.server'
import type { Seal } from '#app/domain/events/log.server'
import type { Connections } from '#db/connect.server'
import { rawOf } from '#db/sqlite.server'
import { accountActs } from './accounts.server'
import { committeeActs } from './committee.server'
import { considerationActs } from './considerations.server'
import { implementationActs } from './implementations.server'
import { type Act, type Loading, startLoading } from './loading.server'
import { type Keys, loadOrganisation } from './organisation.server'
import { practiceActs } from './practices.server'
import { intakeActs, proposalsOf } from './proposals.server'
import { sharedKnowledgeActs } from './shared-knowledge.server'
import type { Tables } from './tables.server'

interface Options {
  readonly seal: Seal
  /** Where photos are put; without it the town has none. */
  readonly files?: FileStore
  readonly onProgress?: (line: string) => void
}

/**
 * Loads the sample town into an empty database by the product's own commands: each fact by the person and at the time
 * of the files, in the order of time, with all that follows from it. Until it is done the file is not safe against a
 * power cut; a load that did not come to its end is thrown away.
 */
export async function loadSampleTown(connections: Connections, options: Options): Promise<void> {
  const { readTables } = await import('./tables.server') // two megabytes that only this minute needs
  await loadTown(connections, readTables(), options)
}

/** The same for a part of the town. */
export async function loadTown(
  connections: Connections,
  tables: Tables,
  { seal, files, onProgress = () => undefined }: Options,
): Promise<void> {
  await hurrying(connections, async () => {
    const loading = startLoading({ writer: connections.writer, seal }, files ?? null)
    onProgress('見本の市を用意しています：組織、職員、事務事業')
    const keys = await loadOrganisation(loading, tables.organisation)
    await perform(loading, actsOf(tables, keys), onProgress)
  })
  onProgress('見本の市の用意ができました。')
}

function actsOf(tables: Tables, keys: Keys): Act[] {
  const proposals = proposalsOf(tables.proposals)
  const acts = [
    ...practiceActs(tables.practices, keys),
    ...intakeActs(proposals, keys),
    ...considerationActs(proposals, keys),
    ...committeeActs(proposals, keys),
    ...implementationActs(proposals, keys),
    ...sharedKnowledgeActs(tables.practices, keys),
    ...accountActs(keys),
  ]
  return acts.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

async function perform(
  loading: Loading,
  acts: readonly Act[],
  onProgress: (line: string) => void,
): Promise<void> {
  const step = Math.ceil(acts.length / 10)
  for (const [place, act] of acts.entries()) {
    if (place % step === 0) {
      const month = `令和${Number(act.at.slice(0, 4)) - 2018}年${Number(act.at.slice(5, 7))}月`
      onProgress(
        `見本の市を用意しています：報告と提案 ${Math.round((place / acts.length) * 100)}%（${month}）`,
      )
    }
    await act.perform(loading)
  }
}

/** Thousands of commits one after the other need not each wait for the disk; the last word is written through. */
async function hurrying(connections: Connections, load: () => Promise<void>): Promise<void> {
  if (connections.dialect !== 'sqlite') return load()
  const raw = rawOf(connections)
  raw.pragma('synchronous = OFF')
  try {
    await load()
  } finally {
    raw.pragma('synchronous = FULL')
  }
  raw.pragma('wal_checkpoint(TRUNCATE)')
}
