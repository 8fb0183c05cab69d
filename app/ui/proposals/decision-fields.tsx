import type { ReactNode } from 'react'
import {
  type DecisionField,
  decisionFieldLabels as labels,
  decisionsWith,
} from '#app/domain/proposals/committee'
import { type Decision, decisions, directives } from '#app/domain/proposals/decision'
import { type Option, RadioGroup } from '#app/ui/form/choices'
import { SelectField, TextArea } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { OnlyIf } from '#app/ui/form/only-if'
import { AdoptionFields } from '#app/ui/proposals/adoption-fields'
import { type Helper, HoldFields } from '#app/ui/proposals/hold-fields'
import { decisionLabels, directiveLabels } from '#app/ui/words'

export interface DecisionFieldsProps {
  form: FormState
  choices: {
    departments: readonly { id: number; name: string }[]
    projects: readonly { id: number; code: string; name: string }[]
    helpers: readonly Helper[]
    reasons: readonly { code: string; label: string }[]
  }
  /** For 政策会議: no decision of its own is an outcome as well. */
  none?: string | undefined
}

const hints: Readonly<Record<Decision, string>> = {
  adopted: '提案のとおり実施します',
  partlyAdopted: '一部を採用して実施します',
  adoptedInSpirit: '考え方を取り入れます。実施は担当課に任せます',
  continued: '結論を急がず、伴走する人と再検討日を決めます',
  notAdopted: '今回は採用しません。理由と、こうなれば再提案できるという条件を書きます',
  alreadyDone: 'すでに実施しているか、計画に入っています',
}

const everybody = '結果通知のあと、全職員に公開されます。'

/** What is written down of a decision, each with the questions that belong to it. */
export function DecisionFields({ form, choices, none }: DecisionFieldsProps) {
  const options: Option[] = decisions.map((decision) => ({
    value: decision,
    label: decisionLabels[decision],
    hint: hints[decision],
  }))
  return (
    <>
      <RadioGroup
        form={form}
        name="decision"
        label={labels.decision}
        required
        options={none ? [...options, { value: '', label: none }] : options}
      />
      <Belonging field="part">
        <TextArea form={form} name="part" label={labels.part} required rows={3} readers={everybody} />
      </Belonging>
      <TextArea
        form={form}
        name="reason"
        label={labels.reason}
        required={none === undefined}
        rows={5}
        hint="評価した点と、担当課へのお願い。採用しないときは、提案者が納得できる理由を書きます。"
        readers={everybody}
      />
      <Belonging field="reasonCode">
        <SelectField
          form={form}
          name="reasonCode"
          label={labels.reasonCode}
          required
          empty="選んでください"
          options={choices.reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <TextArea
          form={form}
          name="possibleWhen"
          label={labels.possibleWhen}
          required
          rows={3}
          hint="どうなれば、もう一度提案できるか。"
          readers={everybody}
        />
      </Belonging>
      <Belonging field="reference">
        <TextArea
          form={form}
          name="reference"
          label={labels.reference}
          required
          rows={3}
          readers={everybody}
        />
      </Belonging>
      <Belonging field="implementingDepartmentId">
        <AdoptionFields form={form} departments={choices.departments} projects={choices.projects} />
      </Belonging>
      <Belonging field="recheckOn">
        <HoldFields form={form} helpers={choices.helpers} />
      </Belonging>
      <SelectField
        form={form}
        name="directive"
        label={labels.directive}
        empty="判定に応じた指示にする"
        hint="採用と一部採用は実施要請、趣旨採用と継続検討は検討要請、ほかは内容報告です。変えるときだけ選びます。"
        options={directives.map((directive) => ({ value: directive, label: directiveLabels[directive] }))}
      />
    </>
  )
}

function Belonging({ field, children }: { field: DecisionField; children: ReactNode }) {
  const belonging = decisionsWith(field, decisions)
  return (
    <OnlyIf
      answers={belonging}
      words={`${belonging.map((decision) => `「${decisionLabels[decision]}」`).join('')}のときに入力`}
    >
      {children}
    </OnlyIf>
  )
}
