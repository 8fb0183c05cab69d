import { templateFields, type TemplateText } from '#app/domain/proposals/answer-template'
import { considerationLabels } from '#app/domain/proposals/consideration'
import { TextArea, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { readersOfField } from '#app/ui/proposals/readers'
import { SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'

/** The wordings that there are. */
export function TemplateTexts({ template }: { template: TemplateText }) {
  const fields = templateFields.filter((field) => template[field] !== '')
  return (
    <SummaryList
      rows={fields.map((field) => ({
        label: considerationLabels[field],
        value: <PlainText text={template[field]} />,
      }))}
    />
  )
}

export function TemplateFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField
        form={form}
        name="name"
        label="ひな形の名前"
        required
        width="medium"
        counter={40}
        hint="選ぶときに見る名前。例：システム改修を待つもの"
      />
      {templateFields.map((field) => (
        <TextArea
          key={field}
          form={form}
          name={field}
          label={considerationLabels[field]}
          rows={3}
          readers={readersOfField(field)}
        />
      ))}
    </>
  )
}
