import type { Subject } from '#app/domain/attachments/attachment'
import { paths } from '#app/web/paths'

export const attachmentHrefs = { content: paths.attachment, thumbnail: paths.thumbnail }

/** Where files are attached to a matter and taken away. */
export function attachmentsOf(subject: Subject): string {
  if ('proposalId' in subject) return paths.proposalAttachments(subject.proposalId)
  return 'practiceId' in subject ? paths.practiceAttachments(subject.practiceId) : paths.memo(subject.memoId)
}
