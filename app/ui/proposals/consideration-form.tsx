import type { Verdict } from '#app/domain/verdict'
import {
  type ConsiderationField,
  answersWith,
  considerationLabels,
} from '#app/domain/proposals/consideration'
import { type Stance, stances } from '#app/domain/proposals/decision'
import { Actions, Button, Refused } from '#app/ui/form/actions'
import { Checkbox, type Option, RadioGroup } from '#app/ui/form/choices'
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { OnlyIf } from '#app/ui/form/only-if'
import { readersOfField } from '#app/ui/proposals/readers'
import { stanceLabels } from '#app/ui/words'

export interface ConsiderationFormProps {
  form: FormState
  /** Where the answer, the draft and what is typed meanwhile go. */
  hrefs: { answer: string; draft: string; autosave: string }
  reasons: readonly { code: string; label: string }[]
  minimumGroundsLength: number
  mayAnswer: Verdict
  /** Null where the campaign leaves every decision to the committee. */
  ownDecision: { verdict: Verdict; projects: readonly { id: number; name: string }[] } | null
}

const hints: Readonly<Record<Stance, string>> = {
  do: '提案のとおり、この課で実施します',
  partly: 'できる部分から実施します',
  conditional: '予算や規程など、何かが整えば実施できます',
  trial: '期間や場所を限って、まず試します',
  study: '期限と担当を決めて、実現の方法を探します',
  alternative: '別の方法で、同じねらいを実現します',
  difficult: '今はできません。理由と、何があればできるかを書きます',
  alreadyDone: 'すでに実施しているか、計画に入っています',
}

/** The record of a department. Begins with how it could be done; a draft is what Enter keeps. */
export function ConsiderationForm(props: ConsiderationFormProps) {
  const { form, hrefs, mayAnswer } = props
  return (
    <VerbForm form={form} action={hrefs.answer} autosave={hrefs.autosave}>
      <RadioGroup
        form={form}
        name="stance"
        label={considerationLabels.stance}
        required
        hint="まず「どうすればできるか」から考えます。条件を付ける、小さく試す、代わりの方法にする、でもかまいません。"
        readers={readersOfField('stance')}
        options={stances.map((stance): Option => ({
          value: stance,
          label: stanceLabels[stance],
          hint: hints[stance],
        }))}
      />
      <HowFields {...props} />
      <TextArea
        form={form}
        name="grounds"
        label={considerationLabels.grounds}
        required
        rows={5}
        readers={readersOfField('grounds')}
        hint={`「現時点では困難」のときは${props.minimumGroundsLength}字以上。「予算がない」だけでなく、何があれば実現できるかも考えて書きます。`}
      />
      <PlanFields form={form} />
      <SupportFields form={form} />
      {props.ownDecision && <OwnDecisionFields form={form} {...props.ownDecision} />}
      <Actions>
        <Button kind="secondary" formAction={hrefs.draft}>
          下書きを保存する
        </Button>
        {mayAnswer.ok && <Button>回答する</Button>}
      </Actions>
      {!mayAnswer.ok && <Refused reason={mayAnswer.reason}>回答する</Refused>}
    </VerbForm>
  )
}

/** What each answer needs to be said. */
function HowFields({ form, reasons }: ConsiderationFormProps) {
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

function PlanFields({ form }: { form: FormState }) {
  const answers = answersWith('plannedOn', stances)
  return (
    <OnlyIf answers={answers} words={onlyWords(answers)}>
      <DateField
        form={form}
        name="plannedOn"
        label="実施時期（「育てる」ときは、いつまで育てるか）"
        hint="「実施する」「育てる」のときは必ず入力します。"
        readers={readersOfField('plannedOn')}
      />
      <TextField
        form={form}
        name="owner"
        label={considerationLabels.owner}
        width="medium"
        hint="係や職の名前。「実施する」「育てる」のときは必ず入力します。"
        readers={readersOfField('owner')}
      />
    </OnlyIf>
  )
}

function SupportFields({ form }: { form: FormState }) {
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

/** 上越市 型: the campaign lets the lead department decide on what it will do itself. */
function OwnDecisionFields({
  form,
  verdict,
  projects,
}: { form: FormState } & NonNullable<ConsiderationFormProps['ownDecision']>) {
  if (!verdict.ok) return <Refused reason={verdict.reason}>この課で採用を決める</Refused>
  return (
    <OnlyIf answers={['do']} words={onlyWords(['do'])}>
      <Checkbox
        form={form}
        name="decides"
        label="この課で採用を決める"
        hint="事務改善委員会の審議を待たずに、事務局が結果を通知します。委員会には報告されます。"
      />
      <SelectField
        form={form}
        name="targetProjectId"
        label="対象の事務事業"
        empty="選んでください"
        width="full"
        hint="この課で採用を決めるときに選びます。"
        options={projects.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </OnlyIf>
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

function onlyWords(answers: readonly Stance[]): string {
  return `${answers.map((stance) => `「${stanceLabels[stance]}」`).join('')}のときに入力`
}
