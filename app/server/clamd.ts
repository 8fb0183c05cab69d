import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Scanner } from '#app/domain/attachments/scanning.server'

/** Where clamd listens: a socket of this machine, or a port. It knows no encryption, so the port is for a network one trusts. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

/** Longer than clamd needs for ten megabytes, and shorter than a person waits. */
const scanMs = 60_000
/** Whoever asks for the health of the server does not wait for that of clamd. */
const pingMs = 2_000
/** What clamd answers fits in one line. */
const longestAnswer = 4_096

/** ClamAV's daemon, by its own protocol. The file travels over the connection: clamd need not be able to read our disk. */
export function clamd(address: ClamdAddress, { withinMs = scanMs } = {}): Scanner {
  return {
    async findVirus(path) {
      const answer = await ask(address, inChunks(path), withinMs)
      if (answer === 'stream: OK') return null
      const virus = /^stream: (.+) FOUND$/.exec(answer)?.[1]
      if (virus !== undefined) return virus
      throw new Error(`clamd: ${answer}`)
    },
    async answers() {
      const answer = await ask(address, ['zPING\0'], Math.min(withinMs, pingMs)).catch(() => '')
      return answer === 'PONG'
    },
  }
}

/** A command ends with a zero, and each piece of the stream begins with its length; a piece of no length is its end. */
async function* inChunks(path: string): AsyncGenerator<string | Buffer> {
  yield 'zINSTREAM\0'
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    yield lengthOf(piece)
    yield piece
  }
  yield Buffer.alloc(4)
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

/** Sends a question over a connection of its own and reads the answer up to its zero. Throws without one in time. */
async function ask(
  address: ClamdAddress,
  question: Iterable<string> | AsyncIterable<string | Buffer>,
  withinMs: number,
): Promise<string> {
  const socket = connect(address)
  const timer = setTimeout(() => socket.destroy(new Error('clamd did not answer in time')), withinMs)
  try {
    const answer = readAnswer(socket)
    pipeline(Readable.from(question), socket, { end: false }).catch((error: Error) => socket.destroy(error))
    return await answer
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      text += piece
      const end = text.indexOf('\0')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > longestAnswer) reject(new Error('clamd answers something else'))
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('clamd closed the connection without an answer')))
  })
}
