import { mostBytesInWords } from '#app/domain/attachments/attachment'
import { acceptedPhotos } from '#app/domain/attachments/format'
import { memoLimits } from '#app/domain/memos/memo'
import { Actions, Button } from '#app/ui/form/actions'
import { TextField } from '#app/ui/form/fields'
import { FileField } from '#app/ui/form/file-field'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'

interface MemoFieldsProps {
  form: FormState
  submit: string
  /** There may be one photo, and there is none yet. */
  takesPhoto: boolean
}

/** One line and a photo, in thirty seconds and with one thumb. */
export function MemoFields({ form, submit, takesPhoto }: MemoFieldsProps) {
  return (
    <VerbForm form={form} multipart>
      <TextField
        form={form}
        name="text"
        label="気づいたこと"
        required
        counter={memoLimits.text}
        hint="1行で。例：窓口で同じ説明を何度もしている"
      />
      {takesPhoto && (
        <FileField
          form={form}
          name="file"
          label="写真"
          accept={acceptedPhotos}
          takes="photo"
          hint={`JPEG・PNG・WebP、${mostBytesInWords}まで。人の顔や名札、住民の書類が写っていないか確かめてください`}
        />
      )}
      <Actions>
        <Button>{submit}</Button>
      </Actions>
    </VerbForm>
  )
}
