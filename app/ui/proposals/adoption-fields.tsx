import { decisionFieldLabels as labels } from '#app/domain/proposals/committee'
import { DateField, SelectField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

interface AdoptionFieldsProps {
  form: FormState
  departments: readonly { id: number; name: string }[]
  projects: readonly { id: number; code: string; name: string }[]
}

/** Who carries it out, when, and for which 事務事業. */
export function AdoptionFields({ form, departments, projects }: AdoptionFieldsProps) {
  return (
    <>
      <SelectField
        form={form}
        name="implementingDepartmentId"
        label={labels.implementingDepartmentId}
        required
        empty="選んでください"
        options={departments.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField
        form={form}
        name="owner"
        label={labels.owner}
        required
        width="medium"
        hint="係や職の名前。"
      />
      <DateField form={form} name="plannedOn" label={labels.plannedOn} required />
      <SelectField
        form={form}
        name="targetProjectId"
        label={labels.targetProjectId}
        required
        empty="選んでください"
        width="full"
        hint="提案に書かれた事務事業と、照会した課の事務事業です。"
        options={projects.map(({ id, code, name }) => ({
          value: String(id),
          label: `${name}（${code}）`,
        }))}
      />
      <TextField
        form={form}
        name="projectCode"
        label="事務事業コード（一覧にないとき）"
        width="medium"
        inputMode="numeric"
      />
    </>
  )
}
