import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Place } from '#app/server/s3-store'

const credentials = { accessKeyId: 'AKIDTOWN', secretAccessKey: 'the secret of the town' }
const region = 'jp-east-1'
/** Fewer than any real one gives at once, so that a list is asked for in parts. */
const atOnce = 2

interface Kept {
  readonly body: Buffer
  keptAt: Date
}

/**
 * A server that speaks as much S3 as we need: one bucket in memory, which it opens only for requests that are signed
 * with the right secret, over the very method, address, day and content that came.
 */
export async function fakeS3(bucket = 'kaizen') {
  const objects = new Map<string, Kept>()
  let isDown = false
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (isDown) return answer(response, 503, 'SlowDown')
      if (!isSigned(request, body)) return answer(response, 403, 'SignatureDoesNotMatch')
      return serve(request, response, body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  function serve(request: IncomingMessage, response: ServerResponse, body: Buffer) {
    const url = new URL(request.url ?? '/', 'http://s3.invalid')
    const [, named, ...rest] = url.pathname.split('/')
    if (named !== bucket) return answer(response, 404, 'NoSuchBucket')
    const key = rest.join('/')
    if (url.searchParams.get('list-type') === '2') return list(response, url.searchParams)
    if (request.method === 'PUT') {
      objects.set(key, { body, keptAt: new Date() })
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204).end()
    }
    const found = objects.get(key)
    if (!found) return answer(response, 404, 'NoSuchKey')
    response.writeHead(200, { 'content-length': found.body.length })
    return response.end(request.method === 'HEAD' ? undefined : found.body)
  }

  function list(response: ServerResponse, query: URLSearchParams) {
    const after = query.get('continuation-token') ?? ''
    const keys = [...objects.keys()].toSorted().filter((key) => `after&${key}` > after)
    const part = keys.slice(0, atOnce)
    const contents = part.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.keptAt.toISOString() ?? ''}</LastModified></Contents>`,
    )
    const next =
      keys.length > part.length
        ? `<NextContinuationToken>after&amp;${part.at(-1) ?? ''}</NextContinuationToken>`
        : ''
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.end(`<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`)
  }

  const place: S3Place = { endpoint: new URL(`http://127.0.0.1:${port}`), bucket, region, ...credentials }
  return {
    objects,
    place,
    env: {
      ...{ S3_ENDPOINT: place.endpoint.origin, S3_BUCKET: bucket, S3_REGION: region },
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    /** As if everything had been kept last at that time. */
    age(instant: string) {
      for (const kept of objects.values()) kept.keptAt = new Date(instant)
    },
    goDown: (down = true) => void (isDown = down),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function answer(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code></Error>`)
}

/** Signature Version 4 as its specification reckons it, from what has come and the secret. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { authorization = '' } = request.headers
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([\da-f]{64})$/
  const [, keyId, day = '', zone = '', names = '', signature] = pattern.exec(authorization) ?? []
  if (keyId !== credentials.accessKeyId || zone !== region) return false
  const header = (name: string) => String(request.headers[name] ?? '')
  const stated = header('x-amz-content-sha256')
  if (stated !== 'UNSIGNED-PAYLOAD' && stated !== sha256(body)) return false
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name)))
    return false

  const url = new URL(request.url ?? '/', 'http://s3.invalid')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
  const headers = names.split(';').map((name) => `${name}:${header(name)}\n`)
  const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), names, stated].join(
    '\n',
  )
  const scope = [day, region, 's3', 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope.join('/'), sha256(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${credentials.secretAccessKey}`,
  )
  return hmac(key, toSign).toString('hex') === signature
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
