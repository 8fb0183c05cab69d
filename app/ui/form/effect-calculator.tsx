import { Disclosure } from '#app/ui/disclosure'
import { isInvalid, textOf } from '#app/ui/form/field'
import { fieldId } from '#app/ui/form/field-id'
import { NumberField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'

interface EffectCalculatorProps {
  form: FormState
  /** The field that takes the hours a year. */
  hours: string
  minutes: string
  times: string
  people: string
}

/** Minutes × times × people = hours a year. Without scripts the three numbers are sent and the server multiplies. */
export function EffectCalculator({ form, hours, minutes, times, people }: EffectCalculatorProps) {
  const names = [minutes, times, people]
  const used = names.some((name) => textOf(form, name) !== '' || isInvalid({ form, name }))
  return (
    <Disclosure summary="計算して入力する" open={used}>
      <fieldset data-calculates={fieldId(hours)} className="form-flow">
        <legend className="secondary">1回にかかる分×1年間の回数×人数から、1年間の時間を計算します</legend>
        <div className="flex flex-wrap gap-4">
          <NumberField form={form} name={minutes} label="1回に減る時間" suffix="分" inputMode="decimal" />
          <NumberField form={form} name={times} label="1年間の回数" suffix="回" />
          <NumberField form={form} name={people} label="人数" suffix="人" />
        </div>
        <p data-calculated="" />
      </fieldset>
    </Disclosure>
  )
}
