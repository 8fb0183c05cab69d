import type { Verdict } from '#app/domain/verdict'
import { considerationLabels } from '#app/domain/proposals/consideration'
import { type Stance, stances } from '#app/domain/proposals/decision'
import { Actions, Button, Refused } from '#app/ui/form/actions'
import { Checkbox, type Option, RadioGroup } from '#app/ui/form/choices'
import { SelectField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { OnlyIf } from '#app/ui/form/only-if'
import { HowFields, onlyWords, PlanFields, SupportFields } from '#app/ui/proposals/consideration-fields'
import { readersOfField } from '#app/ui/proposals/readers'
import { stanceLabels } from '#app/ui/words'

export interface ConsiderationFormProps {
  form: FormState
  /** Where the answer, the draft and what is typed meanwhile go. */
  hrefs: { answer: string; draft: string; autosave: string; template: string; templates: string }
  /** 回答のひな形 to choose from. */
  templates: readonly { id: number; name: string }[]
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
      <StanceField form={form} />
      <HowFields form={form} reasons={props.reasons} />
      <GroundsField form={form} minimumGroundsLength={props.minimumGroundsLength} />
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
      <Templates {...props} />
    </VerbForm>
  )
}

export function StanceField({ form }: { form: FormState }) {
  return (
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
  )
}

export function GroundsField({
  form,
  minimumGroundsLength,
}: {
  form: FormState
  minimumGroundsLength: number
}) {
  return (
    <TextArea
      form={form}
      name="grounds"
      label={considerationLabels.grounds}
      required
      rows={5}
      readers={readersOfField('grounds')}
      hint={`「現時点では困難」のときは${minimumGroundsLength}字以上。「予算がない」だけでなく、何があれば実現できるかも考えて書きます。`}
    />
  )
}

/** Below the buttons, for the first of a form is what Enter presses. */
function Templates({ form, hrefs, templates }: ConsiderationFormProps) {
  const link = (
    <a href={hrefs.templates} className="nav-link">
      回答のひな形
    </a>
  )
  if (templates.length === 0) return <p className="no-print">{link}</p>
  return (
    <div className="flow no-print">
      <SelectField
        form={form}
        name="templateId"
        label="ひな形"
        empty="選んでください"
        hint="空いている欄だけに入れ、下書きを保存します。書いた文は変わりません。"
        options={templates.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Actions>
        <Button kind="secondary" formAction={hrefs.template}>
          空いている欄に入れる
        </Button>
        {link}
      </Actions>
    </div>
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
