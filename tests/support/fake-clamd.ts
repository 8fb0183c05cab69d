import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Every scanner finds this harmless text. In two parts, so that none finds it in this file. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`

/** What it does instead of looking into a file. */
type Manner = 'looks' | 'never answers' | 'hangs up' | 'says it is too large'

/** A clamd that knows one virus, and speaks the protocol of the real one: PING, and INSTREAM in chunks. */
export async function fakeClamd({ manner = 'looks', at }: { manner?: Manner; at?: string } = {}) {
  const scanned: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let received = Buffer.alloc(0)
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece])
      if (manner === 'hangs up') return socket.destroy()
      if (manner === 'never answers') return
      if (manner === 'says it is too large') return socket.end('INSTREAM size limit exceeded. ERROR\0')
      const answer = answerTo(received)
      if (answer === null) return
      if (answer.content) scanned.push(answer.content)
      socket.end(`${answer.words}\0`)
    })
  })
  if (at === undefined) server.listen(0, '127.0.0.1')
  else server.listen(at)
  await once(server, 'listening')
  const address = server.address()
  return {
    /** What was sent to it, whole. */
    scanned,
    address:
      address !== null && typeof address === 'object' ? `127.0.0.1:${address.port}` : `unix:${address}`,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Null as long as not all of the question is there. */
function answerTo(received: Buffer): { words: string; content?: Buffer } | null {
  const end = received.indexOf(0)
  if (end < 0) return null
  const command = received.subarray(0, end).toString()
  if (command === 'zPING') return { words: 'PONG' }
  if (command !== 'zINSTREAM') return { words: 'UNKNOWN COMMAND' }
  const content = contentOf(received.subarray(end + 1))
  if (content === null) return null
  return { words: content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK', content }
}

function contentOf(stream: Buffer): Buffer | null {
  const pieces: Buffer[] = []
  for (let at = 0; at + 4 <= stream.length;) {
    const length = stream.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(stream.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
