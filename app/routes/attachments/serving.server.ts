import { type FileHandle, open, stat } from 'node:fs/promises'
import { isPhoto, type ShownAttachment } from '#app/domain/attachments/attachment'
import { pathOf } from '#app/domain/attachments/files.server'
import { filesFolder } from '#app/web/connections.server'

const chunkBytes = 64 * 1024

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
  return new Response(streamOf(path), {
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

/** Opened when somebody begins to read it, which nobody does for HEAD or after having left. */
function streamOf(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        file ??= await open(path, 'r')
        const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(chunkBytes) })
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
        await file.close()
        controller.close()
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 0 },
  )
}

/** RFC 8187 wants more characters encoded than `encodeURIComponent` does. */
function encoded(fileName: string): string {
  return encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
