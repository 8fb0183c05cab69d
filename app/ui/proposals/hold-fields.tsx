import { decisionFieldLabels as labels } from '#app/domain/proposals/committee'
import { DateField, SelectField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

export interface Helper {
  id: number
  name: string
  departmentName: string
  postName: string
}

/** Until when, and who helps it on. */
export function HoldFields({ form, helpers }: { form: FormState; helpers: readonly Helper[] }) {
  return (
    <>
      <DateField
        form={form}
        name="recheckOn"
        label={labels.recheckOn}
        required
        hint="この日と、毎年4月に、自動で委員会に戻ります。"
      />
      <SelectField
        form={form}
        name="helperId"
        label={labels.helperId}
        required
        empty="選んでください"
        width="full"
        hint="提案者と一緒に、実現の方法を探す人です。"
        options={helpers.map(({ id, name, departmentName, postName }) => ({
          value: String(id),
          label: `${name}（${departmentName} ${postName}）`,
        }))}
      />
      <TextField
        form={form}
        name="helperNumber"
        label="伴走する人の職員番号（一覧にいないとき）"
        width="medium"
        inputMode="numeric"
      />
    </>
  )
}
