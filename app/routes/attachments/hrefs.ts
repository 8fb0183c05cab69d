import { paths } from '#app/web/paths'

export const attachmentHrefs = { content: paths.attachment, thumbnail: paths.thumbnail }
