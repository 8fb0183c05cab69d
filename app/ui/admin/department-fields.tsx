import { SelectField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

interface DepartmentFieldsProps {
  form: FormState
  bureaus: readonly { readonly id: number; readonly name: string }[]
}

export function DepartmentFields({ form, bureaus }: DepartmentFieldsProps) {
  return (
    <>
      <TextField form={form} name="name" label="所属の名前" required width="medium" />
      <SelectField
        form={form}
        name="parentId"
        label="部"
        empty="なし（部のとき）"
        width="full"
        hint="課のときに選びます"
        options={bureaus.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </>
  )
}
