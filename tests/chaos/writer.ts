import type { Fields, Visitor } from '#tests/support/visitor'
import type { Entry, Ledger, State } from './ledger'

export interface Subjects {
  readonly projectId: number
  readonly departmentId: number
}

/**
 * One person who writes without a pause, by the pages of the product: drafts, saves again, reports, submits. What was
 * acknowledged goes into the ledger. Ends by throwing
 * what fetch throws when the server is gone, or GoneHome.
 */
export async function writeOn(
  visitor: Visitor,
  ledger: Ledger,
  subjects: Subjects,
  name: string,
): Promise<never> {
  for (let round = 1; ; round += 1) {
    await (round % 2 === 1
      ? reportImprovement(visitor, ledger, subjects, `${name}の改善${round}`)
      : propose(visitor, ledger, subjects, `${name}の提案${round}`))
  }
}

async function reportImprovement(visitor: Visitor, ledger: Ledger, { projectId }: Subjects, title: string) {
  const text = (label: string) => `${label}。${title}の髙𠮷邊、『本文』\n二行目。`
  const fields = (change: string) => ({
    ...{ title, change, projectIds: String(projectId), implementedOn: '2026-05-20' },
    ...{ before: text('前'), effectTags: ['time', 'service'], recurring: 'recurring', ictKind: '' },
  })
  const first: State = { stage: 'draft', title, text: text('下書き') }
  const entry = await begin(
    visitor,
    ledger,
    'practices',
    '/practices/new',
    '/practices/new/kept',
    first,
    (state) => fields(state.text),
  )
  const second: State = { ...first, text: text('書き直し') }
  await write(
    visitor,
    ledger,
    entry,
    `/practices/${entry.id}/edit`,
    `/practices/${entry.id}/kept`,
    second,
    fields(second.text),
  )
  const checked: State = { ...first, text: text('報告') }
  const edit = `/practices/${entry.id}/edit`
  await write(visitor, ledger, entry, edit, edit, checked, fields(checked.text))
  const check = `/practices/${entry.id}/check`
  await write(visitor, ledger, entry, check, check, { ...checked, stage: 'reported' }, {})
}

async function propose(visitor: Visitor, ledger: Ledger, { departmentId }: Subjects, title: string) {
  const text = (label: string) => `${label}。${title}の髙𠮷邊、『本文』\n二行目。`
  const fields = (proposal: string) => ({
    ...{ title, proposal, currentSituation: text('今'), targetIds: String(departmentId) },
    ...{ nameDisclosure: 'hiddenDuringReview', willingness: 'together', keep: 'draft' },
  })
  const first: State = { stage: 'draft', title, text: text('下書き') }
  const entry = await begin(
    visitor,
    ledger,
    'proposals',
    '/proposals/new',
    '/proposals/new',
    first,
    (state) => fields(state.text),
  )
  const second: State = { ...first, text: text('書き直し') }
  const edit = `/proposals/${entry.id}/edit`
  await write(visitor, ledger, entry, edit, edit, second, fields(second.text))
  const check = `/proposals/${entry.id}/check`
  await write(visitor, ledger, entry, check, check, { ...second, stage: 'submitted' }, {})
}

async function begin(
  visitor: Visitor,
  ledger: Ledger,
  table: Entry['table'],
  page: string,
  address: string,
  state: State,
  fieldsOf: (state: State) => Fields,
): Promise<Entry> {
  const location = await send(visitor, page, address, fieldsOf(state))
  const entry: Entry = { table, id: Number(/\d+/.exec(location)?.[0]), acknowledged: state, pending: null }
  ledger.entries.push(entry)
  ledger.acknowledged += 1
  return entry
}

async function write(
  visitor: Visitor,
  ledger: Ledger,
  entry: Entry,
  page: string,
  address: string,
  state: State,
  fields: Fields,
): Promise<void> {
  const hidden = await visitor.fieldsOf(page)
  entry.pending = state
  await accepted(address, await visitor.post(address, { ...hidden, ...fields }))
  Object.assign(entry, { acknowledged: state, pending: null })
  ledger.acknowledged += 1
}

async function send(visitor: Visitor, page: string, address: string, fields: Fields): Promise<string> {
  const hidden = await visitor.fieldsOf(page)
  return accepted(address, await visitor.post(address, { ...hidden, ...fields }))
}

/** Where an accepted POST leads. Anything else is a fault of the product or of this program. */
async function accepted(address: string, answer: Response): Promise<string> {
  const location = answer.headers.get('location')
  if (answer.status === 302 && location && !location.startsWith('/sign-in')) return location
  throw new Refused(`${address}: ${answer.status} ${location ?? ''}\n${wordsOf(await answer.text())}`)
}

/** The person writes no more; nothing was begun. */
export class GoneHome extends Error {
  override name = 'GoneHome'
}

export class Refused extends Error {
  override name = 'Refused'
}

function wordsOf(page: string): string {
  const summary = /id="error-summary"[\s\S]*?<\/div>/.exec(page)?.[0] ?? page
  return summary
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 400)
}
