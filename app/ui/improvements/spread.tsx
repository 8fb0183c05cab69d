import { type SpreadState } from '#app/domain/improvements/spread'
import { Chip } from '#app/ui/chip'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { SelectField, TextArea, TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { PlainText } from '#app/ui/text'

export const spreadStateLabels: Readonly<Record<SpreadState, string>> = {
  wanted: 'やってみたい',
  started: '始めた',
  done: '実施した',
  couldNot: 'できなかった',
  cancelled: '取り消し',
}

export const spreadLabels: Readonly<Record<string, string>> = {
  state: '状況',
  projectId: 'どの事務事業で',
  plannedFor: 'いつごろ',
  note: 'ひとこと',
  reason: 'できなかった理由',
}

interface SpreadFieldsProps {
  form: FormState
  projects: readonly { value: string; label: string }[]
  /** What becomes of 「実施した」. */
  doneHint: string
  cancelHref: string | undefined
}

/** One question on how far the department is; all the rest may stay empty. */
export function SpreadFields({ form, projects, doneHint, cancelHref }: SpreadFieldsProps) {
  return (
    <>
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="state"
          label="状況"
          required
          options={[
            { value: 'wanted', label: spreadStateLabels.wanted },
            { value: 'started', label: spreadStateLabels.started },
            { value: 'done', label: spreadStateLabels.done, hint: doneHint },
            {
              value: 'couldNot',
              label: spreadStateLabels.couldNot,
              hint: '理由も、ほかの課の役に立ちます。下の「できなかった理由」に書いてください。',
            },
          ]}
        />
        <SelectField
          form={form}
          name="projectId"
          label="どの事務事業で"
          empty="まだ決めていない"
          options={projects}
        />
        <TextField
          form={form}
          name="plannedFor"
          label="いつごろ"
          width="medium"
          hint="例：来年度の当初から"
        />
        <TextArea
          form={form}
          name="note"
          label="ひとこと"
          readers="改善した人に届き、全職員に公開されます"
          rows={2}
        />
        <TextArea
          form={form}
          name="reason"
          label="できなかった理由"
          hint="「できなかった」を選んだときに入力してください"
          readers="全職員に公開されます"
          rows={3}
        />
        <Actions>
          <Button>記録する</Button>
        </Actions>
      </VerbForm>
      {cancelHref && (
        <VerbForm form={{ ...form, key: `${form.key}c`, errors: {}, formErrors: [] }} action={cancelHref}>
          <Actions>
            <Button kind="secondary">「うちの課でもやる」を取り消す</Button>
          </Actions>
        </VerbForm>
      )}
    </>
  )
}

export interface ShownSpread {
  readonly id: number
  readonly departmentName: string
  readonly state: SpreadState
  readonly plannedFor: string
  readonly note: string
  readonly reason: string
  readonly copyId: number | null
}

interface SpreadsSectionProps {
  spreads: readonly ShownSpread[]
  hrefOf: (improvementId: number) => string
}

/** Where it was copied, with what became of it: also why it could not be done. */
export function SpreadsSection({ spreads, hrefOf }: SpreadsSectionProps) {
  if (spreads.length === 0) return null
  const done = spreads.filter(({ state }) => state === 'done').length
  const taken = spreads.filter(({ state }) => state !== 'couldNot').length
  return (
    <section className="flow" aria-labelledby="spreads">
      <h2 id="spreads">取り入れた課</h2>
      {done > 0 && <p>{done}つの課が取り入れています。</p>}
      {taken > done && <p>採り入れた所属 {taken}（これから取り組む課を含みます）</p>}
      <ul className="rows">
        {spreads.map(({ id, departmentName, state, plannedFor, note, reason, copyId }) => (
          <li key={id} className="row">
            <div>
              {copyId === null ? departmentName : <a href={hrefOf(copyId)}>{departmentName}の改善を見る</a>}
              {plannedFor && <p className="secondary">{plannedFor}</p>}
              {note && <PlainText text={note} />}
              {reason && state === 'couldNot' && <PlainText text={`できなかった理由：${reason}`} />}
            </div>
            <div>
              <Chip tone={state === 'done' ? 'good' : 'progress'}>{spreadStateLabels[state]}</Chip>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
