import { dayOf, type Instant, wareki } from '#app/domain/calendar'
import type { GuideText } from '#app/domain/improvements/guide'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea, TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { SummaryList, type SummaryRow } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'

export const guideLabels: Readonly<Record<string, string>> = {
  steps: '手順',
  contact: '問い合わせ先',
  cautions: '気をつけること',
}

const readers = '全職員に公開されます'

export function GuideFields({ form }: { form: FormState }) {
  return (
    <VerbForm form={form}>
      <TextArea
        form={form}
        name="steps"
        label="手順"
        rows={6}
        hint="はじめにしたことから順に。準備したもの、かかった時間も役に立ちます"
        readers={readers}
      />
      <TextField
        form={form}
        name="contact"
        label="問い合わせ先"
        hint="課や担当の名前と内線。例：市民課 窓口担当（内線 2345）"
        readers={readers}
      />
      <TextArea
        form={form}
        name="cautions"
        label="気をつけること"
        rows={3}
        hint="うまくいかなかったやり方、先に相談したほうがよい課など"
        readers={readers}
      />
      <Actions>
        <Button>保存する</Button>
      </Actions>
    </VerbForm>
  )
}

/** What was written of it, part by part; what was left empty is not there. */
export function guideRows({ steps, contact, cautions }: GuideText): SummaryRow[] {
  return [
    { label: '手順', value: steps && <PlainText text={steps} /> },
    { label: '問い合わせ先', value: contact },
    { label: '気をつけること', value: cautions && <PlainText text={cautions} /> },
  ].filter(({ value }) => value !== '')
}

export interface ShownGuide extends GuideText {
  readonly writtenAt: Instant
  readonly writtenBy: string
}

/** For whoever wants to do the same; forms that were used stand with the files of the improvement. */
export function GuideSection({ guide }: { guide: ShownGuide | null }) {
  if (guide === null) return null
  const { writtenAt, writtenBy } = guide
  return (
    <section className="flow" aria-labelledby="guide">
      <h2 id="guide">まねするときに</h2>
      <SummaryList rows={guideRows(guide)} />
      <p className="secondary">
        <time dateTime={writtenAt}>{wareki(dayOf(writtenAt))}</time>　{writtenBy}
      </p>
    </section>
  )
}
