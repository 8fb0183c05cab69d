import { findAttachmentSeenBy } from '#app/domain/attached.server'
import { NotFound } from '#app/domain/errors'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { fileResponse } from './serving.server'

export const loader = page(async ({ actor, db, params }) => {
  const { shown, thumbnailSha256, mediaType } = await findAttachmentSeenBy(db, actor, idParam(params, 'id'))
  if (thumbnailSha256 === null) throw new NotFound()
  return fileResponse(thumbnailSha256, { ...shown, mediaType })
})
