import { inflateRawSync } from 'node:zlib'

/** The names and the contents of a zip file, one after the other as text: what a reader of a workbook can come by. */
export function textsInZip(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0) throw new Error('This is no zip file')
  const texts: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    ) as [number, number, number]
    texts.push(bytes.subarray(at + 46, at + 46 + nameLength).toString(), contentOf(bytes, at))
    at += 46 + nameLength + extraLength + commentLength
  }
  return texts.join('\n')
}

/** `at`: the entry in the directory at the end of the file, which alone is sure to know the sizes. */
function contentOf(bytes: Buffer, at: number): string {
  const local = bytes.readUInt32LE(at + 42)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
  return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString()
}
