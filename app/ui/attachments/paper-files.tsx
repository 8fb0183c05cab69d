import { isPhoto, type ShownAttachment } from '#app/domain/attachments/attachment'
import { formats } from '#app/domain/attachments/format'
import type { AttachmentHrefs } from '#app/ui/attachments/attachments'
import { Photos } from '#app/ui/attachments/photos'

interface PaperFilesProps {
  attachments: readonly ShownAttachment[]
  hrefs: AttachmentHrefs
}

/** The photos of a matter on its sheet, small, and by name what else there is and cannot be printed here. */
export function PaperFiles({ attachments, hrefs }: PaperFilesProps) {
  const documents = attachments.filter((attachment) => !isPhoto(attachment))
  return (
    <>
      <Photos photos={attachments.filter(isPhoto)} hrefs={hrefs} small />
      {documents.length > 0 && <p>ほかに付いている資料：{documents.map(inWords).join('、')}</p>}
    </>
  )
}

function inWords({ fileName, format, description }: ShownAttachment): string {
  return `${fileName}（${[formats[format].label, description].filter(Boolean).join('、')}）`
}
