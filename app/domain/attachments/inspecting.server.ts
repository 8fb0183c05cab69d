import { type FileHandle, open } from 'node:fs/promises'
import { RuleBroken } from '../errors'
import { attachmentLimits } from './attachment'
import type { Received } from './files.server'
import {
  type Content,
  contentOf,
  extensionOf,
  type Format,
  formats,
  isFormat,
  isOfficeFormat,
} from './format'
import { insistOnOffice } from './office.server'
import { type Refusal, refusalOfExtension, refusals } from './refusals'

/**
 * What a file that was sent is, by its extension and by its content, which must agree. Throws RuleBroken with what to
 * do instead. Nothing of it is unpacked or run.
 */
export async function inspectFile(received: Received): Promise<Format> {
  const { path, bytes, fileName } = received
  if (received.isTruncated || bytes > attachmentLimits.bytes) refuse('tooLarge')
  if (bytes === 0) refuse('empty')
  const file = await open(path, 'r')
  try {
    return await inspect(file, bytes, extensionOf(fileName))
  } finally {
    await file.close()
  }
}

async function inspect(file: FileHandle, bytes: number, extension: string): Promise<Format> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(12), position: 0 })
  const content = contentOf(buffer.subarray(0, bytesRead))
  const byName = refusalOfExtension(extension)
  if (content === 'heic') refuse('heic')
  if (byName !== null) refuse(byName)
  if (!isFormat(extension)) refuse('unknown')

  if (isOfficeFormat(extension)) {
    // With a password the zip lies inside another container.
    if (content === 'oldOffice') refuse('locked')
    if (content !== 'zip') refuse('disguised')
    await insistOnOffice(file, bytes, extension)
  } else if (extension === 'pdf') {
    if (content !== 'pdf') refuse('disguised')
    await insistOnPdf(file)
  } else if (formats[extension].family === 'text') {
    await insistOnText(file)
  } else if (content !== contentOfPhoto(extension)) refuse('disguised')
  return extension
}

function contentOfPhoto(format: Format): Content {
  return format === 'png' || format === 'webp' ? format : 'jpeg'
}

async function insistOnPdf(file: FileHandle): Promise<void> {
  const whole = await file.readFile()
  if (!whole.subarray(-1024).includes('%%EOF')) refuse('damaged')
  if (whole.includes('/Encrypt')) refuse('locked')
}

async function insistOnText(file: FileHandle): Promise<void> {
  const whole = await file.readFile()
  if (whole.includes(0) || !(isText(whole, 'utf-8') || isText(whole, 'shift_jis'))) refuse('notText')
}

function isText(bytes: Uint8Array, encoding: 'utf-8' | 'shift_jis'): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function refuse(why: Refusal): never {
  throw new RuleBroken(refusals[why], 'file')
}
