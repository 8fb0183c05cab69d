import { hashPassword } from '#app/domain/accounts/hashing.server'
import { openAccount } from '#app/domain/accounts/passwords.server'
import type { Seal } from '#app/domain/events/log.server'
import type { Connections } from '#db/connect.server'
import { rawOf } from '#db/sqlite.server'
import { cast, samplePassword } from './cast'
import { committeeActs } from './committee.server'
import { considerationActs } from './considerations.server'
import { implementationActs } from './implementations.server'
import { type Act, keyOf, type Loading, startLoading } from './loading.server'
import { lastDay, moment } from './moments'
import { type Keys, loadOrganisation } from './organisation.server'
import { practiceActs } from './practices.server'
import { intakeActs, proposalsOf } from './proposals.server'
import type { Tables } from './tables.server'

export interface LoadOptions {
  readonly seal: Seal
  readonly onProgress?: (line: string) => void
  /** Which lines of the town to load; all of them where nothing is said. */
  readonly narrow?: (tables: Tables) => Tables
}

/**
 * Loads the sample town into an empty database by the product's own commands: each fact by the person and at the time
 * of the files, in the order of time, with all that follows from it. Until it is done the file is not safe against a
 * power cut; a load that did not come to its end is thrown away.
 */
export async function loadSampleTown(
  connections: Connections,
  { seal, onProgress = () => undefined, narrow = (tables) => tables }: LoadOptions,
): Promise<void> {
  const { readTables } = await import('./tables.server')
  const tables = narrow(readTables())
  await hurrying(connections, async () => {
    const loading = startLoading({ writer: connections.writer, seal })
    onProgress('見本の市を用意しています：組織、職員、事務事業')
    const keys = await loadOrganisation(loading, tables)
    await perform(loading, actsOf(tables, keys), onProgress)
    await openAccounts(loading, keys)
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

/** One person for each part can sign in, with a password that everybody may know; nobody else has an account. */
async function openAccounts(loading: Loading, keys: Keys): Promise<void> {
  const at = moment(lastDay, 17 * 60 + 59)
  for (const { employeeNumber } of cast) {
    const personId = keyOf(keys.people, employeeNumber)
    const passwordHash = await hashPassword(samplePassword)
    await loading.bySystem(at, (ctx) => openAccount(ctx, { personId, passwordHash, initialUntil: null }))
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
  if (!raw.memory) raw.pragma('wal_checkpoint(TRUNCATE)')
}
