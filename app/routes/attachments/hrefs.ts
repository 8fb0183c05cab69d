import type { Subject } from '#app/domain/attachments/attachment'
import { paths } from '#app/web/paths'

export const attachmentHrefs = { content: paths.attachment, thumbnail: paths.thumbnail }

/** Where files are attached to a matter and taken away. */
export function attachmentsOf(subject: Subject): string {
  return 'proposalId' in subject
    ? paths.proposalAttachments(subject.proposalId)
    : paths.practiceAttachments(subject.practiceId)
}
