import { dayOf, type Instant, wareki } from '#app/domain/calendar'
import { type SupportWay, supportWays } from '#app/domain/proposals/support'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { Hidden, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { PlainText } from '#app/ui/text'

const labels: Readonly<Record<SupportWay, string>> = {
  agree: '賛同する',
  together: 'いっしょにやる',
  addition: '追記を送る',
}

interface SupportsProps {
  supports: readonly { id: number; how: SupportWay; text: string; supportedAt: Instant; name: string }[]
}

export function Supports({ supports }: SupportsProps) {
  const namesOf = (wanted: SupportWay) => supports.filter(({ how }) => how === wanted).map(({ name }) => name)
  const [agreeing, together] = [namesOf('agree'), namesOf('together')]
  const written = supports.filter(({ text }) => text !== '')
  return (
    <section className="flow" aria-labelledby="supports">
      <h2 id="supports">賛同と追記</h2>
      {supports.length === 0 && <p>まだありません。</p>}
      {agreeing.length > 0 && (
        <p>
          {agreeing.length}人が賛同：{agreeing.join('、')}
        </p>
      )}
      {together.length > 0 && <p>いっしょにやりたい人：{together.join('、')}</p>}
      {written.length > 0 && (
        <ul className="rows">
          {written.map(({ id, text, name, supportedAt }) => (
            <li key={id} className="row">
              <div>
                <PlainText text={text} />
                <p className="secondary">
                  {name}　<time dateTime={supportedAt}>{wareki(dayOf(supportedAt))}</time>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface SupportFieldsProps {
  form: FormState
  own: { agree: boolean; together: boolean }
  withdrawal: string
}

/** One question with three answers; what was said once is taken back below. */
export function SupportFields({ form, own, withdrawal }: SupportFieldsProps) {
  const said = (['agree', 'together'] as const).filter((how) => own[how])
  const open = supportWays.filter((how) => how === 'addition' || !own[how])
  return (
    <>
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="how"
          label="伝えること"
          required
          options={open.map((how) => ({ value: how, label: labels[how] }))}
        />
        <TextArea
          form={form}
          name="text"
          label="追記・ひとこと"
          hint="追記を送るときは入力してください"
          readers="名前といっしょに、この提案を見られる人が読みます"
          rows={3}
        />
        <Actions>
          <Button>伝える</Button>
        </Actions>
      </VerbForm>
      {said.map((how) => (
        <VerbForm
          key={how}
          form={{ ...form, key: `${form.key}${how}`, errors: {}, formErrors: [] }}
          action={withdrawal}
        >
          <Hidden name="how" value={how} />
          <Actions>
            <Button kind="secondary">「{labels[how]}」を取り消す</Button>
          </Actions>
        </VerbForm>
      ))}
    </>
  )
}
