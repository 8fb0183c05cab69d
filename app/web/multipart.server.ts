import { Readable } from 'node:stream'
import busboy, { type Busboy } from 'busboy'
import { insistOnOrdinary } from './form.server'
import { badRequest } from './refusal.server'

/** A file as it comes in. `truncated` is true at its end where there was more than was asked for. */
export interface IncomingFile {
  readonly fileName: string
  readonly source: Readable & { readonly truncated?: boolean }
}

/**
 * Reads a form with at most one file, which is handed on while it comes in and never held as a whole. `file` is null
 * where none was chosen. Throws a 400 page for what is no such form; what `keep` throws is thrown after all was read.
 */
export async function readMultipart<T>(
  request: Request,
  { field, maximumBytes }: { field: string; maximumBytes: number },
  keep: (file: IncomingFile) => Promise<T>,
): Promise<{ fields: URLSearchParams; file: T | null }> {
  const parser = parserFor(request, maximumBytes)
  const fields = new URLSearchParams()
  let file: Promise<T> | undefined
  let incoming: Readable | undefined

  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    const isWhole = typeof name === 'string' && !nameTruncated && !valueTruncated
    if (isWhole) fields.append(name, value)
    else parser.destroy(new Malformed())
  })
  parser.on('file', (name, source, { filename }) => {
    source.on('error', () => undefined) // whoever reads it is told
    if (name !== field) return void parser.destroy(new Malformed())
    // A browser sends an empty file without a name where none was chosen.
    if (!filename || file) return void source.resume()
    incoming = source
    file = keep({ fileName: plainName(filename), source })
    file.catch(() => source.resume())
  })
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(limit, () => parser.destroy(new Malformed()))
  }

  const isRead = await pour(request, parser, () => incoming)
  const [kept] = await Promise.allSettled([file])
  if (!isRead) throw badRequest('フォームの形式が正しくありません。')
  if (kept.status === 'rejected') throw kept.reason
  insistOnOrdinary(fields)
  return { fields, file: kept.value ?? null }
}

class Malformed extends Error {
  override name = 'Malformed'
}

function parserFor(request: Request, fileSize: number): Busboy {
  const limits = {
    ...{ fields: 50, files: 1, parts: 60, fileSize },
    ...{ fieldSize: 64 * 1024, fieldNameSize: 100, headerPairs: 20 },
  }
  try {
    // Browsers write the name of a file in UTF-8 and do not say so.
    return busboy({ headers: Object.fromEntries(request.headers), limits, defParamCharset: 'utf8' })
  } catch {
    throw badRequest('フォームの形式が正しくありません。')
  }
}

/** Whether all of the request was a form that can be read. */
async function pour(request: Request, parser: Busboy, fileOf: () => Readable | undefined): Promise<boolean> {
  const body = request.body ? Readable.fromWeb(request.body as never) : Readable.from([])
  return new Promise((resolve) => {
    const end = (isRead: boolean) => {
      body.unpipe(parser)
      body.resume()
      resolve(isRead)
    }
    body.on('error', () => void parser.destroy(new Malformed()))
    body.on('end', () => endOfFile(parser, fileOf))
    parser.on('error', () => end(false))
    parser.on('close', () => end(!parser.errored))
    body.pipe(parser)
  })
}

/**
 * What goes on behind its own end leaves the parser waiting for the end of a file for ever. Once all has come and all of
 * the file was taken, a file that has not ended never will.
 */
function endOfFile(parser: Busboy, fileOf: () => Readable | undefined): void {
  const file = fileOf()
  if (parser.closed || !file) return
  const isTaken = parser.writableLength === 0 && file.readableLength === 0
  if (isTaken && !file.readableEnded && !file.destroyed) {
    // Its end is told in the next moment, if it has one.
    setTimeout(() => file.readableEnded || parser.destroy(new Malformed()), 100)
  } else if (!file.readableEnded && !file.destroyed) setTimeout(() => endOfFile(parser, fileOf), 50)
}

/** The last part of a path, without what cannot be shown. Keeps the end, which says what it is. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const characters = [...last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()]
  return characters.slice(-100).join('') || 'ファイル'
}
