import { RadioGroup } from '#app/ui/form/choices'
import { TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

export function PersonFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name" label="氏名" required width="medium" hint="姓と名の間を空けます" />
      <TextField form={form} name="kana" label="かな" width="medium" />
      <TextField form={form} name="email" label="メール" type="email" width="medium" />
      <RadioGroup
        form={form}
        name="employmentType"
        label="職の区分"
        required
        options={[
          { value: 'regular', label: '正規' },
          { value: 'fiscalYear', label: '会計年度任用' },
        ]}
      />
    </>
  )
}
