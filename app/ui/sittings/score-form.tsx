import type { Criterion } from '#app/domain/evaluation/rubric'
import { marks } from '#app/domain/evaluation/rubric'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'

interface ScoreFormProps {
  form: FormState
  criteria: readonly Criterion[]
  /** Whether another item waits after this one. */
  hasNext: boolean
}

/** Five radios for each criterion: Tab to the next, arrows to choose, Enter to save and go on. */
export function ScoreForm({ form, criteria, hasNext }: ScoreFormProps) {
  return (
    <VerbForm form={form} key={form.key}>
      {criteria.map(({ name, weight, meanings }, place) => (
        <div key={name}>
          <RadioGroup
            form={form}
            name={`marks[${place}]`}
            label={`${name}（${weight}点）`}
            required
            row
            options={marks.map((mark) => ({ value: String(mark), label: String(mark) }))}
          />
          <details>
            <summary>1〜5の目安（{name}）</summary>
            <ol>
              {meanings.map((meaning) => (
                <li key={meaning}>{meaning}</li>
              ))}
            </ol>
          </details>
        </div>
      ))}
      <TextArea form={form} name="opinion" label="意見" rows={3} readers="事務局だけが読みます。" />
      <Actions>
        <Button>{hasNext ? '保存して次の提案へ' : '採点を保存する'}</Button>
      </Actions>
    </VerbForm>
  )
}
