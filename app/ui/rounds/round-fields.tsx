import { roundLimits } from '#app/domain/improvements/round'
import { Disclosure } from '#app/ui/disclosure'
import { Actions, Button } from '#app/ui/form/actions'
import { Choice, RadioGroup } from '#app/ui/form/choices'
import { FieldError, textsOf } from '#app/ui/form/field'
import { fieldId } from '#app/ui/form/field-id'
import { DateField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'

interface Section {
  readonly id: number
  readonly name: string
  readonly bureauName: string | null
}

/** Whom to ask, until when, and a word: all sections by one press, or those that are ticked below their bureaus. */
export function RoundFields({ form, sections }: { form: FormState; sections: readonly Section[] }) {
  return (
    <VerbForm form={form}>
      <RadioGroup
        form={form}
        name="whom"
        label="尋ねる課"
        required
        options={[
          { value: 'all', label: `すべての課（${sections.length}）` },
          { value: 'chosen', label: '下で選んだ課' },
        ]}
      />
      <Sections form={form} sections={sections} />
      <DateField form={form} name="dueOn" label="回答の期限" required hint="土日、祝日、年末年始でない日" />
      <TextArea
        form={form}
        name="word"
        label="添えることば"
        rows={2}
        counter={roundLimits.word}
        hint="例：窓口のある課では、そのまま使えると思います"
        readers="尋ねる課の所属長に届きます"
      />
      <Actions>
        <Button>各課に尋ねる</Button>
      </Actions>
    </VerbForm>
  )
}

const name = 'departmentIds'

function Sections({ form, sections }: { form: FormState; sections: readonly Section[] }) {
  const chosen = textsOf(form, name)
  const bureaus = [...new Set(sections.map(({ bureauName }) => bureauName ?? ''))]
  const [first] = sections
  return (
    <fieldset className="field">
      <legend>
        <span className="field-label">選んだ課</span>
        <span className="field-hint">「下で選んだ課」を選んだときに使います。部の名前を押すと開きます</span>
        <FieldError form={form} name={name} />
      </legend>
      {bureaus.map((bureau) => {
        const own = sections.filter(({ bureauName }) => (bureauName ?? '') === bureau)
        const ticked = own.filter(({ id }) => chosen.includes(String(id))).length
        return (
          <Disclosure
            key={bureau}
            summary={ticked > 0 ? `${bureau}（${ticked}／${own.length}）` : `${bureau}（${own.length}）`}
            open={ticked > 0 || (form.errors[name] !== undefined && own.some(({ id }) => id === first?.id))}
          >
            {own.map(({ id, name: label }) => (
              <Choice
                key={id}
                type="checkbox"
                id={id === first?.id ? fieldId(name) : `${fieldId(name)}-${id}`}
                name={name}
                option={{ value: String(id), label }}
                checked={chosen.includes(String(id))}
              />
            ))}
          </Disclosure>
        )
      })}
    </fieldset>
  )
}
