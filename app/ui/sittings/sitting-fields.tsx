import { DateField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

export const sittingLabels = {
  heldOn: '会議の日',
  startsAt: '開始の時刻',
  place: '場所',
  body: '会議',
} as const

export function SittingFields({ form }: { form: FormState }) {
  return (
    <>
      <DateField form={form} name="heldOn" label={sittingLabels.heldOn} required />
      <TextField
        form={form}
        name="startsAt"
        label={sittingLabels.startsAt}
        width="short"
        hint="例：午後3時"
      />
      <TextField form={form} name="place" label={sittingLabels.place} width="medium" hint="例：庁議室" />
    </>
  )
}
