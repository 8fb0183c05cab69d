import { dayOf, type Instant, wareki } from '#app/domain/calendar'
import type { FollowUpOutcome } from '#app/domain/improvements/follow-up'
import { hoursInWords } from '#app/ui/effect-words'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { NumberField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { PlainText } from '#app/ui/text'

const outcomeLabels: Readonly<Record<FollowUpOutcome, string>> = {
  inUse: '続けている',
  changed: '形を変えて続けている',
  ended: 'やめた',
}

export const followUpLabels: Readonly<Record<string, string>> = {
  outcome: '今のようす',
  word: 'ひとこと',
  hoursPerYear: '今の1年間の時間',
  yenPerYear: '今の1年間の金額',
}

/** One question; all the rest may stay empty. */
export function FollowUpFields({ form }: { form: FormState }) {
  return (
    <VerbForm form={form}>
      <RadioGroup
        form={form}
        name="outcome"
        label="今のようす"
        required
        options={[
          { value: 'inUse', label: outcomeLabels.inUse },
          { value: 'changed', label: outcomeLabels.changed },
          {
            value: 'ended',
            label: outcomeLabels.ended,
            hint: 'やめた理由も、ほかの課の役に立ちます。「ひとこと」に書いてください。',
          },
        ]}
      />
      <TextArea
        form={form}
        name="word"
        label="ひとこと"
        rows={3}
        hint="続けて分かったこと、変えたところ、やめた理由など"
        readers="名前といっしょに、全職員に公開されます"
      />
      <NumberField
        form={form}
        name="hoursPerYear"
        label="今の1年間の時間"
        suffix="時間/年"
        inputMode="decimal"
        hint="減っている時間を、関係する人の合計で。分からなければ空欄で。指標には数えません"
      />
      <NumberField form={form} name="yenPerYear" label="今の1年間の金額" suffix="円/年" width="medium" />
      <Actions>
        <Button>「その後」を載せる</Button>
      </Actions>
    </VerbForm>
  )
}

export interface ShownFollowUp {
  readonly outcome: FollowUpOutcome
  readonly word: string
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
  readonly answeredAt: Instant
  readonly answeredBy: string | null
}

/** Below everything that was written when the improvement was new, with the day on which it was seen to. */
export function FollowUpSection({ followUp }: { followUp: ShownFollowUp | null }) {
  if (followUp === null) return null
  const { outcome, word, minutesPerYear, yenPerYear, answeredAt, answeredBy } = followUp
  const figures = [
    minutesPerYear !== null && `${hoursInWords(minutesPerYear)}時間`,
    yenPerYear !== null && `${yenPerYear.toLocaleString('ja-JP')}円`,
  ].filter(Boolean)
  return (
    <section className="flow" aria-labelledby="follow-up">
      <h2 id="follow-up">その後</h2>
      <p>
        <strong>{outcomeLabels[outcome]}</strong>
        {figures.length > 0 && `　今の1年間の効果 ${figures.join('・')}`}
      </p>
      {word && <PlainText text={word} />}
      <p className="secondary">
        <time dateTime={answeredAt}>{wareki(dayOf(answeredAt))}</time>
        {answeredBy && `　${answeredBy}`}
      </p>
    </section>
  )
}
