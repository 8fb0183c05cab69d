import { Disclosure } from '#app/ui/disclosure'
import { Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { isInvalid, textOf } from '#app/ui/form/field'
import { DateField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { SearchPick } from '#app/ui/form/search-pick'
import type { Picked } from '#app/ui/proposals/picks'

export const acceptanceLabels: Readonly<Record<string, string>> = {
  departmentIds: '照会する課',
  leadDepartmentId: '主管課',
  defaultDueOn: '回答の期限',
}

interface AcceptanceFieldsProps {
  form: FormState
  picked: Picked
  /** The name of the field with the departments. */
  field: string
}

/** Who is asked, who leads, and until when: for all alike, and where need be for one alone. */
export function AcceptanceFields({ form, picked, field }: AcceptanceFieldsProps) {
  const { chosen } = picked
  const dueNames = chosen.map(({ value }) => `dueOn.d${value}`)
  const hasOwnDays = dueNames.some((name) => textOf(form, name) !== '' || isInvalid({ form, name }))
  return (
    <>
      <p>受け付けると、受付番号が付き、選んだ課に検討をお願いします。</p>
      <SearchPick
        form={form}
        name={field}
        label={acceptanceLabels['departmentIds'] ?? ''}
        required
        multiple
        searchLabel="課の名前の一部"
        {...picked}
      />
      {picked.results && (
        <p>
          <Button kind="secondary" name="search" value={field}>
            選んだ課を加える
          </Button>
        </p>
      )}
      <RadioGroup
        form={form}
        name="leadDepartmentId"
        label={acceptanceLabels['leadDepartmentId'] ?? ''}
        required
        hint="検討をまとめる課。照会する課の中から1つ選びます"
        options={chosen}
      />
      <DateField form={form} name="defaultDueOn" label={acceptanceLabels['defaultDueOn'] ?? ''} required />
      <Disclosure summary="課ごとに期限を変える" open={hasOwnDays}>
        {chosen.map(({ value, label }) => (
          <TextField
            key={value}
            form={form}
            name={`dueOn.d${value}`}
            label={`${label}の期限`}
            width="medium"
            hint="空欄なら、上の期限と同じです"
          />
        ))}
      </Disclosure>
    </>
  )
}
