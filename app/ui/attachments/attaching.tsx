import {
  attachmentLimits,
  isPhoto,
  mostBytesInWords,
  places,
  type ShownAttachment,
} from '#app/domain/attachments/attachment'
import { acceptedExtensions } from '#app/domain/attachments/format'
import { type AttachmentHrefs, DocumentLine } from '#app/ui/attachments/attachments'
import { placeLabels } from '#app/ui/attachments/words'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { TextField } from '#app/ui/form/fields'
import { FileField } from '#app/ui/form/file-field'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'

interface AttachingProps {
  attachments: readonly ShownAttachment[]
  form: FormState
  hrefs: AttachmentHrefs & {
    description: (id: number) => string
    removal: (id: number) => string
    back: string
    /** Where the draft is handed in; null for whoever may not. */
    check: string | null
  }
}

/** What is attached so far, and the form for one more: file after file, so that each has its own description. */
export function Attaching({ attachments, form, hrefs }: AttachingProps) {
  const isFull = attachments.length >= attachmentLimits.files
  return (
    <>
      <section className="flow" aria-labelledby="attached">
        <h2 id="attached">
          付けた写真と資料（{attachments.length}／{attachmentLimits.files}）
        </h2>
        {attachments.length === 0 ? (
          <p>まだ付けていません。</p>
        ) : (
          <ul className="rows">
            {attachments.map((attachment) => (
              <Attached key={attachment.id} attachment={attachment} hrefs={hrefs} />
            ))}
          </ul>
        )}
      </section>
      {isFull ? (
        <p>{attachmentLimits.files}つ付けました。ほかのものを付けるときは、要らないものを外してください。</p>
      ) : (
        <OneMore form={form} />
      )}
      <Actions>
        {hrefs.check !== null && (
          <ButtonLink kind="secondary" href={hrefs.check}>
            確認へ進む
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={hrefs.back}>
          下書きに戻る
        </ButtonLink>
      </Actions>
    </>
  )
}

function OneMore({ form }: { form: FormState }) {
  return (
    <section className="flow" aria-labelledby="one-more">
      <h2 id="one-more">写真か資料を付ける</h2>
      <p>
        人の顔や名札、住民の名前や書類が写っていないか、付ける前に確かめてください。撮影した場所などの記録は、自動で取り除きます。
      </p>
      <VerbForm form={form} multipart>
        <FileField
          form={form}
          name="file"
          label="ファイル"
          required
          accept={acceptedExtensions}
          takes="attachment"
          hint={`写真はJPEG・PNG・WebP、資料はPDF・Word・Excel・PowerPoint・テキスト・CSV。1つ${mostBytesInWords}まで`}
        />
        <RadioGroup
          form={form}
          name="place"
          label="種類"
          required
          options={places.map((place) => ({ value: place, label: placeLabels[place] }))}
        />
        <TextField
          form={form}
          name="description"
          label="説明"
          requiredFor="写真"
          counter={attachmentLimits.descriptionLength}
          hint="画面が見えない人に読み上げます。例：窓口の前に10人ほどが並んでいる"
          readers="写真や資料といっしょに読まれます"
        />
        <Actions>
          <Button>付ける</Button>
        </Actions>
      </VerbForm>
    </section>
  )
}

function Attached({ attachment, hrefs }: { attachment: ShownAttachment; hrefs: AttachingProps['hrefs'] }) {
  const { id, place, fileName, description } = attachment
  return (
    <li className="row">
      {isPhoto(attachment) ? (
        <div className="photo-row">
          <img src={hrefs.thumbnail(id)} alt={description} className="photo-small" />
          <div>
            <p className="font-700">{placeLabels[place]}</p>
            <p>{description}</p>
          </div>
        </div>
      ) : (
        <DocumentLine document={attachment} href={hrefs.content(id)} />
      )}
      <div className="flex flex-wrap gap-x-4">
        <ButtonLink kind="text" href={hrefs.description(id)} hidden={description || fileName}>
          説明を直す
        </ButtonLink>
        <ButtonLink kind="text" href={hrefs.removal(id)} hidden={description || fileName}>
          外す
        </ButtonLink>
      </div>
    </li>
  )
}
