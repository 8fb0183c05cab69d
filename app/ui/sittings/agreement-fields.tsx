import { RadioGroup } from '#app/ui/form/choices'
import { Hidden, TextArea } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { OnlyIf } from '#app/ui/form/only-if'

interface AgreementFieldsProps {
  form: FormState
  /** Who presides; null where neither chair nor vice-chair takes part. */
  presider: string | null
  /** Members present who take part, without the one who presides. */
  voters: readonly { personId: number; name: string }[]
}

const voteOptions = [
  { value: 'for', label: '賛成' },
  { value: 'against', label: '反対' },
  { value: 'abstained', label: '棄権' },
]

/** How the meeting agreed: without objection, or by a vote of everybody who takes part. */
export function AgreementFields({ form, presider, voters }: AgreementFieldsProps) {
  return (
    <>
      <TextArea
        form={form}
        name="note"
        label="審議の内容"
        rows={3}
        hint="主な意見。議事録に入ります。"
        readers="委員と事務局だけが読みます。"
      />
      <RadioGroup
        form={form}
        name="manner"
        label="決め方"
        required
        row
        options={[
          { value: 'consensus', label: '異議なし' },
          { value: 'vote', label: '採決' },
        ]}
      />
      <OnlyIf answers={['vote']} words="「採決」のときに入力">
        <p>
          {presider
            ? `議長は${presider}さんです。議長は採決に加わらず、可否同数のときに裁決します。`
            : '議長を務める委員がいません。'}
          過半数の賛成で決まります。審議に加われない委員（除斥）と欠席の委員は、ここにいません。
        </p>
        <div className="votes">
          {voters.map(({ personId, name }, place) => (
            <div key={personId}>
              <Hidden name={`votes[${place}].personId`} value={personId} />
              <RadioGroup
                form={form}
                name={`votes[${place}].vote`}
                label={name}
                required
                row
                options={voteOptions}
              />
            </div>
          ))}
        </div>
        {presider && (
          <RadioGroup
            form={form}
            name="castingVote"
            label="議長の裁決（可否同数のときだけ）"
            row
            options={[
              { value: 'for', label: '可' },
              { value: 'against', label: '否' },
            ]}
          />
        )}
      </OnlyIf>
    </>
  )
}
