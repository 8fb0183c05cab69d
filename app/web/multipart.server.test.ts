import fc from 'fast-check'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { type IncomingFile, readMultipart } from './multipart.server'

const boundary = '----browser'
const wanted = { field: 'file', maximumBytes: 1_000 }

function requestOf(body: string | Buffer, type = `multipart/form-data; boundary=${boundary}`): Request {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return new Request('http://127.0.0.1/', {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': type },
  })
}

function part(disposition: string, content = ''): string {
  return `--${boundary}\r\nContent-Disposition: form-data${disposition}\r\n\r\n${content}\r\n`
}

const end = `--${boundary}--\r\n`
const fileNamed = (name: string, content = 'x') => part(`; name="file"; filename="${name}"`, content)

async function keepAll({ fileName, source }: IncomingFile) {
  const bytes = await buffer(source)
  return { fileName, bytes: bytes.length, truncated: source.truncated }
}

const read = (body: string, type?: string) => readMultipart(requestOf(body, type), wanted, keepAll)

describe('a form with a file', () => {
  it('is read with its fields, and the Japanese name of the file', async () => {
    const { fields, file } = await read(part('; name="place"', 'before') + fileNamed('改善提案書①.txt') + end)
    expect(Object.fromEntries(fields)).toEqual({ place: 'before' })
    expect(file).toEqual({ fileName: '改善提案書①.txt', bytes: 1, truncated: false })
  })

  it('has no file where none was chosen', async () => {
    expect(await read(part('; name="file"; filename=""') + end)).toMatchObject({ file: null })
  })

  it('is read to its end where the file is too long, of which no more is handed on', async () => {
    const { file, fields } = await read(
      fileNamed('a.txt', 'x'.repeat(5_000)) + part('; name="place"', 'after') + end,
    )
    expect(file).toMatchObject({ bytes: wanted.maximumBytes, truncated: true })
    expect(fields.get('place')).toBe('after')
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\sato\\案.docx', '案.docx'],
    ['a\u202egpj.exe', 'agpj.exe'],
    [`${'長'.repeat(300)}.pdf`, `${'長'.repeat(96)}.pdf`],
  ])('never has %s for the name of its file', async (sent, kept) => {
    const name = sent.replaceAll('\\', '\\\\')
    expect((await read(fileNamed(name) + end)).file?.fileName).toBe(kept)
  })
})

describe('what is no such form is a 400 and not a fault of our own', () => {
  const malformed: Record<string, [string, string?]> = {
    'a part without a name': [part('') + end],
    'a file in another field': [part('; name="other"; filename="a.txt"', 'x') + end],
    'no end': [fileNamed('a.txt')],
    'a cut in a header': [`--${boundary}\r\nContent-Dispos`],
    'another boundary than was said': ['--other\r\n\r\n--other--'],
    'no boundary': [end, 'multipart/form-data'],
    'another kind': ['{}', 'application/json'],
    'too many parts': [part('; name="place"', 'x').repeat(100) + end],
    'two files': [fileNamed('a.txt') + fileNamed('b.txt') + end],
    'a name that reaches a prototype': [part('; name="__proto__.x"', 'x') + end],
    'a long value': [part('; name="place"', 'x'.repeat(70_000)) + end],
    'nothing at all': [''],
    'what goes on behind its end': [end + part('; name="place"', 'x') + fileNamed('a.txt')],
  }

  it.each(Object.entries(malformed))('%s', async (_, [body, type]) => {
    await expect(read(body, type)).rejects.toMatchObject({ init: { status: 400 } })
  })

  it('whatever is sent', async () => {
    const piece = fc.constantFrom(
      part('; name="place"', 'x'),
      fileNamed('a'),
      end,
      `--${boundary}`,
      '\r\n',
      '\0',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), async (pieces) => {
        const outcome = await read(pieces.join('')).catch((thrown: unknown) => thrown)
        expect(outcome).not.toBeInstanceOf(Error)
      }),
      { numRuns: 300 },
    )
  })

  it('and what the keeper of the file refuses is told once all was read', async () => {
    const refuse = async () => {
      throw new RangeError('not this one')
    }
    const body = fileNamed('a.txt', 'x'.repeat(900)) + part('; name="place"', 'x') + end
    await expect(readMultipart(requestOf(body), wanted, refuse)).rejects.toThrow('not this one')
  })
})
