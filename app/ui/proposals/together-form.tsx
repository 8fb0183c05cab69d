import { Actions, Button } from '#app/ui/form/actions'
import { SelectField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { HowFields, PlanFields, SupportFields } from '#app/ui/proposals/consideration-fields'
import { GroundsField, StanceField } from '#app/ui/proposals/consideration-form'
import { type TogetherEntry, TogetherHidden } from '#app/ui/proposals/together-list'

interface TogetherFormProps {
  form: FormState
  action: string
  entries: readonly TogetherEntry[]
  minimumGroundsLength: number
  reasons: readonly { code: string; label: string }[]
  /** 回答のひな形 to choose from. */
  templates: readonly { id: number; name: string }[]
  templatesHref: string
}

/** The form of one record, whose answer several questions get. Nothing is sent before the check page. */
export function TogetherForm(props: TogetherFormProps) {
  const { form, action, entries, minimumGroundsLength, reasons } = props
  return (
    <section className="flow" aria-labelledby="writing">
      <h2 id="writing">課の考えを書く</h2>
      <VerbForm form={form} action={action}>
        <TogetherHidden entries={entries} />
        <StanceField form={form} />
        <HowFields form={form} reasons={reasons} />
        <GroundsField form={form} minimumGroundsLength={minimumGroundsLength} />
        <PlanFields form={form} />
        <SupportFields form={form} />
        <Actions>
          <Button>確認へ進む</Button>
        </Actions>
        <Templates {...props} />
      </VerbForm>
    </section>
  )
}

/** Below the button, for the first of a form is what Enter presses. */
function Templates({ form, templates, templatesHref }: TogetherFormProps) {
  if (templates.length === 0) return null
  return (
    <div className="flow no-print">
      <SelectField
        form={form}
        name="templateId"
        label="ひな形"
        empty="選んでください"
        hint="空いている欄だけに入れます。書いた文は変わりません。"
        options={templates.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Actions>
        <Button kind="secondary" name="fill" value="1">
          空いている欄に入れる
        </Button>
        <a href={templatesHref} className="nav-link">
          回答のひな形
        </a>
      </Actions>
    </div>
  )
}
