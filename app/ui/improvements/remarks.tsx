import { dayOf, type Instant, wareki } from '#app/domain/calendar'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { Hidden, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { PlainText } from '#app/ui/text'

interface RemarksProps {
  remarks: readonly {
    id: number
    kind: 'thanks' | 'comment'
    text: string
    remarkedAt: Instant
    name: string
  }[]
}

/** Thanks by name, then what was written. No count is shown bigger than the words. */
export function Remarks({ remarks }: RemarksProps) {
  const thanking = remarks.filter(({ kind }) => kind === 'thanks').map(({ name }) => name)
  const written = remarks.filter(({ text }) => text !== '')
  return (
    <section className="flow" aria-labelledby="remarks">
      <h2 id="remarks">届いたことば</h2>
      {remarks.length === 0 && <p>まだありません。最初の「ありがとう」を届けてください。</p>}
      {thanking.length > 0 && <p>ありがとう：{thanking.join('、')}</p>}
      {written.length > 0 && (
        <ul className="rows">
          {written.map(({ id, text, name, remarkedAt }) => (
            <li key={id} className="row">
              <div>
                <PlainText text={text} />
                <p className="secondary">
                  {name}　<time dateTime={remarkedAt}>{wareki(dayOf(remarkedAt))}</time>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export const remarkLabels: Readonly<Record<string, string>> = { kind: '届けること', text: 'ことば' }

export function RemarkFields({ form, hasThanked }: { form: FormState; hasThanked: boolean }) {
  const options = [
    { value: 'thanks', label: 'ありがとうを届ける' },
    { value: 'comment', label: 'コメントを書く' },
  ]
  return (
    <VerbForm form={form}>
      <RadioGroup
        form={form}
        name="kind"
        label="届けること"
        required
        options={hasThanked ? options.slice(1) : options}
      />
      <TextArea
        form={form}
        name="text"
        label="ことば"
        hint="ありがとうだけなら、空欄でかまいません"
        readers="名前といっしょに、全職員に公開されます"
        rows={3}
      />
      <Actions>
        <Button>届ける</Button>
      </Actions>
    </VerbForm>
  )
}

interface FollowButtonProps {
  form: FormState
  following: boolean
  action: string
}

export function FollowButton({ form, following, action }: FollowButtonProps) {
  return (
    <section className="flow" aria-labelledby="follow">
      <h2 id="follow">この改善のその後</h2>
      <p>
        {following ? '追いかけています。' : '追いかけると、ほかの課が取り入れたときにお知らせが届きます。'}
      </p>
      <VerbForm form={{ ...form, key: `${form.key}f`, errors: {}, formErrors: [] }} action={action}>
        {!following && <Hidden name="follow" value="on" />}
        <Actions>
          <Button kind="secondary">{following ? '追いかけるのをやめる' : 'この改善を追いかける'}</Button>
        </Actions>
      </VerbForm>
    </section>
  )
}
