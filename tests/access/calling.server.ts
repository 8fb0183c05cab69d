import { join } from 'node:path'
import { folderStore } from '#app/domain/attachments/folder-store.server'
import { useConnections } from '#app/web/connections.server'
import { deadProvider } from '#tests/support/dead-provider'
import { textsInZip } from '#tests/support/unzip'
import type { TestWorld } from '#tests/support/world.server'
import { type Part, tokenOf } from './parts.server'
import type { Entrance } from './site'

/** Where the photos and documents of the objects lie. */
export const testFiles = join(import.meta.dirname, '../../.cache/access-files')

export interface Answer {
  readonly status: number
  readonly location: string | null
  /** All that would leave the server, as text. */
  readonly text: string
}

export interface Asking {
  readonly as: Part
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly form?: Readonly<Record<string, string>>
}

/** One call of one loader or action alone, as a data request makes it, in the world given. */
export async function call(
  world: TestWorld,
  { path, method, run }: Entrance,
  { as, params = {}, query = '', form = {} }: Asking,
): Promise<Answer> {
  const site = {
    ...{ secureCookies: false, sample: false, contact: '総務課', files: folderStore(testFiles) },
    provider: deadProvider,
  }
  useConnections(Object.assign(world, site))
  const address = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '').replace('(root)', '/')
  const request = new Request(`http://127.0.0.1:3000${address}${query}`, {
    method,
    headers: { ...(as !== 'stranger' && { cookie: `sid=${tokenOf(as)}` }) },
    ...(method === 'POST' && { body: new URLSearchParams(form) }),
  })
  const context = { requestId: 'r', clientAddress: '127.0.0.1' }
  const outcome = await run({ request, params, context }).catch((thrown: unknown) => thrown)
  if (outcome instanceof Error) throw outcome
  return answerOf(outcome)
}

/** What a loader or an action returns or throws: a response, `data()` with a status, or a plain value. */
async function answerOf(outcome: unknown): Promise<Answer> {
  if (outcome instanceof Response) {
    const { status, headers } = outcome
    return { status, location: headers.get('location'), text: await textOf(outcome) }
  }
  const { type, data, init } = (outcome ?? {}) as {
    type?: string
    data?: unknown
    init?: ResponseInit | null
  }
  const isData = type === 'DataWithResponseInit'
  return {
    status: isData ? (init?.status ?? 200) : 200,
    location: null,
    text: JSON.stringify(isData ? data : outcome) ?? '',
  }
}

/** Of a workbook what is in it, with the names of its parts; of a file to be saved its name as well. */
async function textOf(response: Response): Promise<string> {
  const fileName = decodeURIComponent(response.headers.get('content-disposition') ?? '')
  const isWorkbook = response.headers.get('content-type')?.includes('spreadsheetml') ?? false
  if (!isWorkbook) return fileName + (await response.text())
  return fileName + textsInZip(Buffer.from(await response.arrayBuffer()))
}
