import type { ShownAttachment } from '#app/domain/attachments/attachment'
import { Attachments } from '#app/ui/attachments/attachments'
import { attachmentHrefs } from './hrefs'

/** The photos and documents of a matter, where they lie on this site. */
export function Attached({ attachments }: { attachments: readonly ShownAttachment[] }) {
  return <Attachments attachments={attachments} hrefs={attachmentHrefs} />
}
