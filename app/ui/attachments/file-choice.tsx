import { useEffect, useState } from 'react'
import { mostBytesInWords } from '#app/domain/attachments/attachment'
import { acceptedExtensions, extensionOf, formats, isFormat } from '#app/domain/attachments/format'
import { foreseenRefusal } from '#app/domain/attachments/refusals'
import { bytesInWords } from '#app/ui/attachments/words'
import { FileField } from '#app/ui/form/file-field'
import type { FormState } from '#app/ui/form/form-state'

/** The field for a file; where scripts run, what was chosen is shown and judged before it is sent. */
export function FileChoice({ form }: { form: FormState }) {
  const [file, setFile] = useState<File | null>(null)
  return (
    <>
      <FileField
        form={form}
        name="file"
        label="ファイル"
        required
        accept={acceptedExtensions}
        hint={`写真はJPEG・PNG・WebP、資料はPDF・Word・Excel・PowerPoint・テキスト・CSV。1つ${mostBytesInWords}まで`}
        onChoice={setFile}
      />
      <div role="status" className="field">
        {file && <Chosen file={file} />}
      </div>
    </>
  )
}

function Chosen({ file }: { file: File }) {
  const refusal = foreseenRefusal(file)
  const preview = usePreview(file)
  return (
    <div className="photo-row">
      {preview && <img src={preview} alt="" className="chosen-photo" />}
      <div>
        <p className="break-all">
          選んだファイル：{file.name}（{bytesInWords(file.size)}）
        </p>
        {refusal && <p className="field-error">＊{refusal}</p>}
      </div>
    </div>
  )
}

/** The address of a photo that is still on this machine alone, and no longer than it is shown. */
function usePreview(file: File): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const extension = extensionOf(file.name)
    if (!isFormat(extension) || formats[extension].family !== 'photo') return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [file])
  return address
}
