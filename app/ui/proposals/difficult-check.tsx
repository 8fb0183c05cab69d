import { Actions, Button } from '#app/ui/form/actions'
import { textOf } from '#app/ui/form/field'
import { Hidden } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { stanceLabels } from '#app/ui/words'

interface DifficultCheckProps {
  form: FormState
  action: string
  reasons: readonly { code: string; label: string }[]
}

/** One stop before a “not now” goes out: everybody will read the reason, and the proposer is told. */
export function DifficultCheck({ form, action, reasons }: DifficultCheckProps) {
  const code = textOf(form, 'reasonCode')
  return (
    <section className="flow" aria-labelledby="check">
      <h2 id="check">まだ回答していません。内容を確かめてください</h2>
      <p>
        この理由は提案者に知らされ、結果通知のあとは全職員に公開されます。何があれば実現できるかが伝わるか、読み直してください。
      </p>
      <SummaryList
        rows={[
          { label: '検討結果', value: stanceLabels.difficult },
          { label: '困難な理由の区分', value: reasons.find((reason) => reason.code === code)?.label },
          { label: '理由', value: <PlainText text={textOf(form, 'grounds')} /> },
          { label: '何があれば実現できるか', value: <PlainText text={textOf(form, 'possibleWhen')} /> },
        ]}
      />
      <VerbForm form={form} action={action}>
        {Object.entries(form.values)
          .filter(([name]) => name !== 'checked' && name !== 'revise')
          .flatMap(([name, value]) =>
            [value].flat().map((one) => <Hidden key={`${name} ${one}`} name={name} value={one} />),
          )}
        <Actions>
          <Button kind="secondary" name="revise" value="1">
            書き直す
          </Button>
          <Button name="checked" value="1">
            この内容で回答する
          </Button>
        </Actions>
      </VerbForm>
    </section>
  )
}
