import type { Day } from '#app/domain/calendar'
import { type RoundAnswer, roundAnswers, roundLimits } from '#app/domain/improvements/round'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { RadioGroup } from '#app/ui/form/choices'
import { Hidden, TextField } from '#app/ui/form/fields'
import type { FormState } from '#app/ui/form/form-state'
import { PlainText } from '#app/ui/text'
import { roundAnswerLabels } from './round-words'

interface RoundRowProps {
  form: FormState
  /** The fields of this row: `rows[3]`. */
  name: string
  asked: {
    id: number
    version: number
    answer: RoundAnswer | null
    title: string
    excerpt: string
    makerName: string
    departmentName: string
    word: string
    dueOn: Day
  }
  href: string
  today: Day
}

const hints: Readonly<Record<RoundAnswer, string>> = {
  adopt: '課の「うちの課でもやる」（やってみたい）として記録します。',
  done: 'もう同じことをしています。',
  notApplicable: '理由を下に書いてください。',
}

/** One improvement that the section is asked about, with the three answers. */
export function RoundRow({ form, name, asked, href, today }: RoundRowProps) {
  const { title, departmentName, excerpt, word } = asked
  return (
    <li className="row">
      <div className="form-flow">
        <Hidden name={`${name}.section`} value={asked.id} />
        <Hidden name={`${name}.version`} value={asked.version} />
        <div className="flow">
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <div className="flex flex-wrap items-center gap-x-4">
            <span className="secondary">
              {asked.makerName}の改善　{departmentName}に尋ねています
            </span>
            {asked.answer === null ? (
              <Deadline dueOn={asked.dueOn} today={today} />
            ) : (
              <Chip tone="good">回答済み</Chip>
            )}
          </div>
          <p>{excerpt}</p>
          {word && (
            <blockquote className="border-l-4 border-solid-gray-420 pl-4">
              <PlainText text={word} />
            </blockquote>
          )}
        </div>
        <RadioGroup
          form={form}
          name={`${name}.answer`}
          label={`${departmentName}では（${title}）`}
          options={roundAnswers.map((answer) => ({
            value: answer,
            label: roundAnswerLabels[answer],
            hint: hints[answer],
          }))}
        />
        <TextField
          form={form}
          name={`${name}.reason`}
          label={`理由・ひとこと（${title}）`}
          counter={roundLimits.reason}
          requiredFor="「該当なし」"
          readers="委員会と事務局が読みます。「採り入れる」のときは全職員に公開されます"
        />
      </div>
    </li>
  )
}
