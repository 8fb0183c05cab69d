import type { ReactNode } from 'react'
import {
  type DecisionField,
  decisionFieldLabels as labels,
  decisionsWith,
} from '#app/domain/proposals/committee'
import { type Decision, decisions, directives } from '#app/domain/proposals/decision'
import { type Option, RadioGroup } from '#app/ui/form/choices'
import { DateField, SelectField, TextArea, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { OnlyIf } from '#app/ui/form/only-if'
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

export interface Helper {
  id: number
  name: string
  departmentName: string
  postName: string
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
        <AdoptionFields form={form} choices={choices} />
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

function AdoptionFields({ form, choices }: DecisionFieldsProps) {
  return (
    <>
      <SelectField
        form={form}
        name="implementingDepartmentId"
        label={labels.implementingDepartmentId}
        required
        empty="選んでください"
        options={choices.departments.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField
        form={form}
        name="owner"
        label={labels.owner}
        required
        width="medium"
        hint="係や職の名前。"
      />
      <DateField form={form} name="plannedOn" label={labels.plannedOn} required />
      <SelectField
        form={form}
        name="targetProjectId"
        label={labels.targetProjectId}
        required
        empty="選んでください"
        width="full"
        hint="提案に書かれた事務事業と、照会した課の事務事業です。"
        options={choices.projects.map(({ id, code, name }) => ({
          value: String(id),
          label: `${name}（${code}）`,
        }))}
      />
      <TextField
        form={form}
        name="projectCode"
        label="事務事業コード（一覧にないとき）"
        width="medium"
        inputMode="numeric"
      />
    </>
  )
}

/** Until when, and who helps it on. */
export function HoldFields({ form, helpers }: { form: FormState; helpers: readonly Helper[] }) {
  return (
    <>
      <DateField
        form={form}
        name="recheckOn"
        label={labels.recheckOn}
        required
        hint="この日と、毎年4月に、自動で委員会に戻ります。"
      />
      <SelectField
        form={form}
        name="helperId"
        label={labels.helperId}
        required
        empty="選んでください"
        width="full"
        hint="提案者と一緒に、実現の方法を探す人です。"
        options={helpers.map(({ id, name, departmentName, postName }) => ({
          value: String(id),
          label: `${name}（${departmentName} ${postName}）`,
        }))}
      />
      <TextField
        form={form}
        name="helperNumber"
        label="伴走する人の職員番号（一覧にいないとき）"
        width="medium"
        inputMode="numeric"
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
