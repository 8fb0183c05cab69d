import { findAttachmentSeenBy } from '#app/domain/attached.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { fileResponse } from './serving.server'

export const loader = page(async ({ actor, db, params }) => {
  const { shown, sha256, mediaType } = await findAttachmentSeenBy(db, actor, idParam(params, 'id'))
  return fileResponse(sha256, { ...shown, mediaType })
})
