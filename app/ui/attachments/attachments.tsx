import { isPhoto, type ShownAttachment } from '#app/domain/attachments/attachment'
import { formats } from '#app/domain/attachments/format'
import { Photos } from '#app/ui/attachments/photos'
import { bytesInWords } from '#app/ui/attachments/words'

export interface AttachmentHrefs {
  content: (id: number) => string
  thumbnail: (id: number) => string
}

interface AttachmentsProps {
  attachments: readonly ShownAttachment[]
  hrefs: AttachmentHrefs
}

/** The photos and documents of a matter, for whoever reads it. Nothing where there are none. */
export function Attachments({ attachments, hrefs }: AttachmentsProps) {
  if (attachments.length === 0) return null
  const photos = attachments.filter(isPhoto)
  const documents = attachments.filter((attachment) => !isPhoto(attachment))
  return (
    <section className="flow" aria-labelledby="attachments">
      <h2 id="attachments">写真と資料</h2>
      <Photos photos={photos} hrefs={hrefs} />
      {documents.length > 0 && (
        <ul className="rows">
          {documents.map((document) => (
            <li key={document.id} className="row">
              <DocumentLine document={document} href={hrefs.content(document.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function DocumentLine({ document, href }: { document: ShownAttachment; href: string }) {
  const { fileName, format, bytes, description, isWithheld } = document
  const size = `${formats[format].label}、${bytesInWords(bytes)}`
  return (
    <div>
      {isWithheld ? (
        <p>
          {fileName}（{size}）
        </p>
      ) : (
        <a href={href} className="row-title break-all" download>
          {fileName}（{size}）
        </a>
      )}
      {description && <p className="secondary">{description}</p>}
      {isWithheld && (
        <p className="secondary">作った人の記録が残る形式なので、提案者の氏名が公開されるまで開けません。</p>
      )}
    </div>
  )
}
