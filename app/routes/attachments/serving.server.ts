import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { isPhoto, type ShownAttachment } from '#app/domain/attachments/attachment'
import { pathOf } from '#app/domain/attachments/files.server'
import { filesFolder } from '#app/web/connections.server'

/**
 * A file as it is, which no browser takes for a page of ours: it is shown only where it is a picture that we drew, and
 * runs nothing. It never changes, so a browser keeps it for as long as this session lasts: the cookie is part of the key,
 * and the next person at the same desk asks anew.
 */
export async function fileResponse(
  sha256: string,
  { fileName, mediaType, place }: Pick<ShownAttachment, 'fileName' | 'place'> & { mediaType: string },
): Promise<Response> {
  const path = pathOf(filesFolder(), sha256)
  const { size } = await stat(path)
  const manner = isPhoto({ place }) ? 'inline' : 'attachment'
  return new Response(createReadableStreamFromReadable(createReadStream(path)), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(size),
      'Content-Disposition': `${manner}; filename*=UTF-8''${encoded(fileName)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, max-age=31536000, immutable',
      Vary: 'Cookie',
    },
  })
}

/** RFC 8187 wants more characters encoded than `encodeURIComponent` does. */
function encoded(fileName: string): string {
  return encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
