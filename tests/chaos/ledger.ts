import type { Db } from '#db/connect.server'

/** What a person was told is safe: the answer to a POST was “see there”. */
export interface Entry {
  readonly table: 'practices' | 'proposals'
  readonly id: number
  acknowledged: State
  /** Sent and not answered: it may be there or not, and both are right. */
  pending: State | null
}

export interface State {
  readonly stage: 'draft' | 'reported' | 'submitted'
  readonly title: string
  readonly text: string
}

export interface Ledger {
  readonly entries: Entry[]
  /** Writes that were answered. */
  acknowledged: number
}

/** The events that every state must have left behind. */
const told: Readonly<Record<string, string>> = {
  'practices draft': 'practice.drafted',
  'practices reported': 'practice.reported',
  'proposals draft': 'proposal.drafted',
  'proposals submitted': 'proposal.submitted',
}

/** Each acknowledged write is there and reads as it was sent, with its event. Returns what is wrong, in words. */
export async function auditLedger(db: Db, ledger: Ledger): Promise<string[]> {
  const wrong: string[] = []
  for (const entry of ledger.entries) {
    const stored = await find(db, entry)
    const right = [entry.acknowledged, entry.pending].filter((state) => state !== null)
    const words = JSON.stringify({ entry, stored })
    if (!stored || !right.some((state) => isSame(state, stored))) wrong.push(`lost: ${words}`)
    const kind = told[`${entry.table} ${entry.acknowledged.stage}`] ?? ''
    if (!(await hasEvent(db, entry, kind))) wrong.push(`without ${kind}: ${words}`)
  }
  return wrong
}

/** Every title is written by one person once: whoever sent a form a second time must not have done it twice. */
export async function auditTitles(db: Db): Promise<string[]> {
  const wrong: string[] = []
  for (const table of ['practices', 'proposals'] as const) {
    const twice = await db
      .selectFrom(table)
      .select('title')
      .groupBy('title')
      .having(({ fn }) => fn.countAll(), '>', 1)
      .limit(20)
      .execute()
    wrong.push(...twice.map(({ title }) => `done twice: ${title}`))
  }
  return wrong
}

async function find(db: Db, { table, id }: Entry): Promise<Record<keyof State, string> | undefined> {
  return table === 'practices'
    ? db
        .selectFrom('practices')
        .select(['stage', 'title', 'change as text'])
        .where('id', '=', id)
        .executeTakeFirst()
    : db
        .selectFrom('proposals')
        .select(['stage', 'title', 'proposal as text'])
        .where('id', '=', id)
        .executeTakeFirst()
}

async function hasEvent(db: Db, { table, id }: Entry, kind: string): Promise<boolean> {
  const found = await db
    .selectFrom('events')
    .select('seq')
    .where(table === 'practices' ? 'practiceId' : 'proposalId', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return found !== undefined
}

function isSame(one: State, other: Readonly<Record<keyof State, string>>): boolean {
  return one.stage === other.stage && one.title === other.title && one.text === other.text
}
