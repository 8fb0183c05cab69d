import { readFile } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import {
  addressOf,
  type FileStore,
  isName,
  StoreSilent,
  type StoredContent,
} from '#app/domain/attachments/file-store.server'
import { discardFile } from '#app/domain/attachments/files.server'

/** A bucket of a server that speaks S3, for towns whose program runs on several machines. */
export interface S3Place {
  readonly endpoint: URL
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

interface Times {
  /** For what is answered without a content. */
  readonly briefMs?: number
  /** For ten megabytes over a slow line. */
  readonly longMs?: number
}

/**
 * The same names as in a folder, so that a folder can be copied into a bucket as it lies. Addresses have the bucket in
 * their path, which every such server knows. Throws StoreSilent for whatever the server does not do.
 */
export function s3Store(place: S3Place, incoming: string, times: Times = {}): FileStore {
  const { briefMs = 5_000, longMs = 60_000 } = times
  const { ask, insist } = asking(place)

  const find = async (sha256: string): Promise<StoredContent | null> => {
    const key = addressOf(sha256)
    const answer = await ask('HEAD', key, briefMs)
    if (answer.status === 404) return null
    insist(answer)
    return {
      bytes: Number(answer.headers.get('content-length')),
      read: () => contentOf(async () => insist(await ask('GET', key, longMs))),
    }
  }
  return {
    kind: 's3',
    incoming,
    async keep(path, sha256) {
      // The server compares what it got with the name, before it acknowledges it.
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
      insist(await ask('PUT', addressOf(sha256), longMs, { headers, body: await readFile(path) }))
      await discardFile(path)
    },
    has: async (sha256) => (await find(sha256)) !== null,
    find,
    list: () => listObjects(async (query) => insist(await ask('GET', query, longMs)).text()),
    async remove(sha256) {
      const answer = await ask('DELETE', addressOf(sha256), briefMs)
      if (answer.status !== 404) insist(answer)
    },
    answers: () => ask('GET', '?list-type=2&max-keys=1', Math.min(briefMs, 2_000)).then(isFine, () => false),
  }
}

function asking({ endpoint, bucket, ...credentials }: S3Place) {
  const base = `${endpoint.href.replace(/\/$/, '')}/${bucket}`
  const client = new AwsClient({ ...credentials, service: 's3', retries: 2, initRetryMs: 100 })
  return {
    async ask(method: string, key: string, withinMs: number, more: RequestInit = {}): Promise<Response> {
      const signal = AbortSignal.timeout(withinMs)
      try {
        return await client.fetch(key.startsWith('?') ? base + key : `${base}/${key}`, {
          method,
          signal,
          ...more,
        })
      } catch (cause) {
        throw new StoreSilent('the file store cannot be reached', { cause })
      }
    },
    insist(answer: Response): Response {
      if (isFine(answer)) return answer
      throw new StoreSilent(`the file store answered ${answer.status}`)
    },
  }
}

function isFine({ ok }: Response): boolean {
  return ok
}

async function* contentOf(ask: () => Promise<Response>): AsyncGenerator<Uint8Array> {
  const { body } = await ask()
  if (body) yield* body
}

/** A thousand at a time, in the XML of such servers. */
async function* listObjects(ask: (query: string) => Promise<string>): ReturnType<FileStore['list']> {
  let more = ''
  do {
    const xml = await ask(`?list-type=2${more}`)
    for (const [, object = ''] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const sha256 = valueIn(object, 'Key').split('/').at(-1) ?? ''
      const keptAt = Date.parse(valueIn(object, 'LastModified'))
      if (isName(sha256) && valueIn(object, 'Key') === addressOf(sha256)) yield { sha256, keptAt }
    }
    const next = valueIn(xml, 'NextContinuationToken')
    more = next && `&continuation-token=${encodeURIComponent(next)}`
  } while (more)
}

function valueIn(xml: string, name: string): string {
  const value = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
