import { DateField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

export function ReorganisationFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name" label="名前" required width="medium" hint="例：令和9年4月組織改正" />
      <DateField
        form={form}
        name="effectiveOn"
        label="施行日"
        required
        hint="この日の午前0時に切り替わります。今日までの日は選べません"
      />
    </>
  )
}
