import { marks, tieBreakLabels, tieBreaks } from '#app/domain/evaluation/rubric'
import { RadioGroup } from '#app/ui/form/choices'
import { FieldError, textOf } from '#app/ui/form/field'
import { NumberField, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

/** Seven rows: what a rubric has, and room for more. */
const rows = [0, 1, 2, 3, 4, 5, 6] as const

export function RubricFields({ form }: { form: FormState }) {
  return (
    <>
      <FieldError form={form} name="criteria" />
      {rows.map((place) => (
        <CriterionFields key={place} form={form} name={`criteria[${place}]`} number={place + 1} />
      ))}
      <NumberField
        form={form}
        name="minimumScorers"
        label="最少の採点者数"
        suffix="人"
        hint="これより少ないときは、平均に「参考」と書きます。"
      />
      <NumberField
        form={form}
        name="adoptFrom"
        label="「採用」の目安"
        suffix="点以上"
        hint="目安です。決めるのは会議です。"
      />
      <NumberField form={form} name="studyFrom" label="「育てる」の目安" suffix="点以上" />
      <NumberField
        form={form}
        name="cutAfter"
        label="上位の件数"
        suffix="件まで"
        hint="上位に印を付けます。空欄なら付けません。"
      />
      <RadioGroup
        form={form}
        name="tieBreak"
        label="同点のとき"
        required
        options={tieBreaks.map((tieBreak) => ({ value: tieBreak, label: tieBreakLabels[tieBreak] }))}
      />
    </>
  )
}

function CriterionFields({ form, name, number }: { form: FormState; name: string; number: number }) {
  return (
    <fieldset className="card form-flow">
      <legend className="field-label">
        評価項目{number}　{textOf(form, `${name}.name`)}
      </legend>
      <TextField form={form} name={`${name}.name`} label="名前" width="medium" />
      <NumberField form={form} name={`${name}.weight`} label="配点" suffix="点" />
      <details>
        <summary>1〜5の目安</summary>
        <div className="form-flow">
          <FieldError form={form} name={`${name}.meanings`} />
          {marks.map((mark) => (
            <TextField
              key={mark}
              form={form}
              name={`${name}.meanings[${mark - 1}]`}
              label={`${mark}の目安`}
            />
          ))}
        </div>
      </details>
    </fieldset>
  )
}
