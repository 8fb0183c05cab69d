import type { FileHandle } from 'node:fs/promises'
import { RuleBroken } from '../errors'
import type { OfficeFormat } from './format'
import { refusals } from './refusals'

/** Of one Office file, which is a zip; it is judged by its table of contents and never unpacked. */
const limits = { entries: 2_000, unpackedBytes: 200_000_000, ratio: 100, directoryBytes: 1_000_000 }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
/** The end is 22 bytes, and a comment of up to 65,535 may follow. */
const longestEnd = 65_557

const mainPart: Readonly<Record<OfficeFormat, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
}

/** Throws RuleBroken for what is no such document, is locked, holds macros, or would unpack to too much. */
export async function insistOnOffice(file: FileHandle, size: number, format: OfficeFormat): Promise<void> {
  const entries = entriesOf(await readDirectory(file, size))
  const names = entries.map(({ name }) => name)
  if (names.some(isOutside)) refuse('damaged')
  if (names.some((name) => /(^|\/)vba\w*\.bin$/i.test(name))) refuse('macro')
  if (!names.includes('[Content_Types].xml') || !names.includes(mainPart[format])) refuse('disguised')
  if (entries.some(({ isLocked }) => isLocked)) refuse('locked')

  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  // Entries that share their bytes add up to more than there is.
  if (packed > size) refuse('damaged')
  if (unpacked > limits.unpackedBytes || unpacked > limits.ratio * size) refuse('inflated')
}

/** The table of contents. It must reach to the end of the file, with nothing before, between or behind. */
async function readDirectory(file: FileHandle, size: number): Promise<{ bytes: Buffer; entries: number }> {
  const tail = await readAt(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd))
  const at = lastIndexOfEnd(tail)
  if (at < 0) refuse('damaged')
  const entries = tail.readUInt16LE(at + 10)
  const length = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  const isWhole =
    at + 22 + tail.readUInt16LE(at + 20) === tail.length && offset + length === size - tail.length + at
  // The numbers of a zip64 archive are all ones here, and so too large.
  if (!isWhole || entries > limits.entries || length > limits.directoryBytes) refuse('damaged')
  return { bytes: await readAt(file, offset, length), entries }
}

function lastIndexOfEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at -= 1) if (tail.readUInt32LE(at) === endSignature) return at
  return -1
}

interface Entry {
  readonly name: string
  readonly isLocked: boolean
  readonly packed: number
  readonly unpacked: number
}

function entriesOf({ bytes, entries: count }: { bytes: Buffer; entries: number }): Entry[] {
  const entries: Entry[] = []
  let at = 0
  while (at < bytes.length) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) refuse('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const method = bytes.readUInt16LE(at + 10)
    const end = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if ((method !== 0 && method !== 8) || end > bytes.length) refuse('damaged')
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
    })
    at = end
  }
  if (entries.length !== count) refuse('damaged')
  return entries
}

/** A path that would leave the folder it is unpacked into. */
function isOutside(name: string): boolean {
  return /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..')
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position })
  return buffer.subarray(0, bytesRead)
}

function refuse(why: keyof typeof refusals): never {
  throw new RuleBroken(refusals[why], 'file')
}
