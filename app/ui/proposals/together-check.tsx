import type { ConsiderationText } from '#app/domain/proposals/consideration'
import { Actions, Button } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { AnswerText } from '#app/ui/proposals/considerations-section'
import { placeOf, type TogetherEntry, TogetherHidden } from '#app/ui/proposals/together-list'
import { stanceLabels } from '#app/ui/words'

interface TogetherCheckProps {
  form: FormState
  action: string
  entries: readonly TogetherEntry[]
  text: ConsiderationText
  reasons: readonly { code: string; label: string }[]
}

/** What this page sends anew with each of its buttons. */
const ownFields = /^(entries\[|checked$|revise$|fill$|templateId$)/

/** One stop before several answers go out at once: which proposals, and what each of their records will say. */
export function TogetherCheck({ form, action, entries, text, reasons }: TogetherCheckProps) {
  const reasonLabel = reasons.find(({ code }) => code === text.reasonCode)?.label ?? null
  const stance = text.stance && stanceLabels[text.stance]
  return (
    <section className="flow" aria-labelledby="check">
      <h2 id="check">まだ回答していません。内容を確かめてください</h2>
      <p>
        次の{entries.length}件に、同じ回答をします。提案者に知らされ、結果通知のあとは全職員に公開されます。
      </p>
      <ul className="rows" aria-label="回答する提案">
        {entries.map((entry) => (
          <li key={entry.id} className="row">
            <div>
              {entry.title}
              <div className="secondary">{placeOf(entry)}</div>
            </div>
            <div className="font-700">{stance}</div>
          </li>
        ))}
      </ul>
      <h3>それぞれの検討記録に書くこと</h3>
      <AnswerText text={text} reasonLabel={reasonLabel} />
      <VerbForm form={form} action={action}>
        <TogetherHidden entries={entries} />
        {Object.entries(form.values)
          .filter(([name]) => !ownFields.test(name))
          .flatMap(([name, value]) =>
            [value].flat().map((one) => <Hidden key={`${name} ${one}`} name={name} value={one} />),
          )}
        <Actions>
          <Button kind="secondary" name="revise" value="1">
            書き直す
          </Button>
          <Button name="checked" value="1">
            {entries.length}件に回答する
          </Button>
        </Actions>
      </VerbForm>
    </section>
  )
}
