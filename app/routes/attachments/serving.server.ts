import { isPhoto, type ShownAttachment } from '#app/domain/attachments/attachment'
import type { StoredContent } from '#app/domain/attachments/file-store.server'
import { fileStore } from '#app/web/connections.server'

/**
 * A file as it is, which no browser takes for a page of ours: it is shown only where it is a picture that we drew, and
 * runs nothing. It never changes, so a browser keeps it for as long as this session lasts: the cookie is part of the key,
 * and the next person at the same desk asks anew.
 */
export async function fileResponse(
  sha256: string,
  { fileName, mediaType, place }: Pick<ShownAttachment, 'fileName' | 'place'> & { mediaType: string },
): Promise<Response> {
  const content = await fileStore().find(sha256)
  if (!content) throw new Error(`the file ${sha256} of an attachment is missing`)
  const manner = isPhoto({ place }) ? 'inline' : 'attachment'
  return new Response(streamOf(content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(content.bytes),
      'Content-Disposition': `${manner}; filename*=UTF-8''${encoded(fileName)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, max-age=31536000, immutable',
      Vary: 'Cookie',
    },
  })
}

/** Opened when somebody begins to read it, which nobody does for HEAD or after having left. */
function streamOf(content: StoredContent): ReadableStream<Uint8Array> {
  let pieces: AsyncIterator<Uint8Array> | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        pieces ??= content.read()[Symbol.asyncIterator]()
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces?.return?.()
      },
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
