import {
  answersWith,
  type ConsiderationField,
  considerationLabels,
} from '#app/domain/proposals/consideration'
import { type Stance, stances } from '#app/domain/proposals/decision'
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { OnlyIf } from '#app/ui/form/only-if'
import { readersOfField } from '#app/ui/proposals/readers'
import { stanceLabels } from '#app/ui/words'

/** What each answer needs to be said. */
export function HowFields({
  form,
  reasons,
}: {
  form: FormState
  reasons: readonly { code: string; label: string }[]
}) {
  return (
    <>
      <AnswerText form={form} field="part" />
      <AnswerText
        form={form}
        field="conditions"
        hint="予算、人員、規程、時期など。だれが整えるかも書きます。"
      />
      <AnswerText form={form} field="trial" hint="いつ、どこで、どのくらいの規模で試すか。" />
      <AnswerText form={form} field="alternative" />
      <OnlyIf answers={['difficult']} words={onlyWords(['difficult'])}>
        <SelectField
          form={form}
          name="reasonCode"
          label={considerationLabels.reasonCode}
          required
          empty="選んでください"
          readers={readersOfField('reasonCode')}
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
        />
      </OnlyIf>
      <AnswerText
        form={form}
        field="possibleWhen"
        hint="次の一歩になります。予算、時期、ほかの課の協力など。"
      />
      <AnswerText form={form} field="reference" hint="事業の名前、計画や要綱、始めた時期など。" />
    </>
  )
}

/** When and by whom, where something is going to happen. */
export function PlanFields({ form }: { form: FormState }) {
  const answers = answersWith('plannedOn', stances)
  return (
    <OnlyIf answers={answers} words={onlyWords(answers)}>
      <DateField
        form={form}
        name="plannedOn"
        label="実施時期（「育てる」ときは、いつまで育てるか）"
        requiredFor="「実施する」「育てる」"
        readers={readersOfField('plannedOn')}
      />
      <TextField
        form={form}
        name="owner"
        label={considerationLabels.owner}
        width="medium"
        hint="係や職の名前"
        requiredFor="「実施する」「育てる」"
        readers={readersOfField('owner')}
      />
    </OnlyIf>
  )
}

/** What helps to decide, and a word to the proposer. */
export function SupportFields({ form }: { form: FormState }) {
  const text = (name: ConsiderationField, hint?: string) => (
    <TextArea
      form={form}
      name={name}
      label={considerationLabels[name]}
      rows={2}
      hint={hint}
      readers={readersOfField(name)}
    />
  )
  return (
    <>
      <NumberField
        form={form}
        name="costYen"
        label={considerationLabels.costYen}
        width="medium"
        suffix="円"
        readers={readersOfField('costYen')}
      />
      {text('expectedEffect')}
      {text('laws')}
      {text('consulted', '意見を聞いた課と、その内容。')}
      {text('wordToProposer', '提案してくれたことへのお礼や、一緒に進めたいことなど。')}
    </>
  )
}

function AnswerText({ form, field, hint }: { form: FormState; field: ConsiderationField; hint?: string }) {
  const answers = answersWith(field, stances)
  return (
    <OnlyIf answers={answers} words={onlyWords(answers)}>
      <TextArea
        form={form}
        name={field}
        label={considerationLabels[field]}
        required
        rows={3}
        hint={hint}
        readers={readersOfField(field)}
      />
    </OnlyIf>
  )
}

/** Said where a browser cannot hide what belongs to other answers. */
export function onlyWords(answers: readonly Stance[]): string {
  return `${answers.map((stance) => `「${stanceLabels[stance]}」`).join('')}のときに入力`
}
