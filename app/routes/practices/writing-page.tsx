import { useActionData } from '@remix-run/react'
import type { Day } from '#app/domain/calendar'
import { DraftExpiry } from '#app/ui/draft-expiry'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Hidden } from '#app/ui/form/fields'
import { textOf } from '#app/ui/form/field'
import { Page } from '#app/ui/page'
import { practiceLabels } from '#app/ui/practices/labels'
import { type PracticeChoices, PracticeFields } from '#app/ui/practices/practice-fields'
import { paths } from '#app/web/paths'
import { useForm } from '#app/web/use-form'

interface WritingPageProps {
  id: number | null
  /** The day on which a draft goes of which its authors were told. */
  expiresOn: Day | null
  titleLength: number
  form: FormState
  choices: PracticeChoices
  /** The address shown is that of 「下書きを保存する」, refused: sending again, as after a conflict, means saving again. */
  keeping?: boolean | undefined
}

/** The one page of a report. A new one gets its key with the first save, by itself or by the button. */
export function WritingPage({
  id,
  expiresOn,
  titleLength,
  form: started,
  choices: first,
  keeping,
}: WritingPageProps) {
  const form = useForm(started)
  const choices = useActionData<{ choices?: PracticeChoices }>()?.choices ?? first
  const saved = textOf(form, 'practiceId')
  const toCheck = id === null ? paths.newPractice() : paths.practiceEdit(id)
  const toKeep = id === null ? paths.newPracticeKept() : paths.practiceKept(id)
  return (
    <Page
      title={writingTitle(id)}
      meta={<p>1ページ、3分ほどです。最初の1件は、今日変えた小さなことで十分です。</p>}
    >
      <ErrorSummary form={form} labels={practiceLabels} />
      {id !== null && <DraftExpiry expiresOn={expiresOn} keepHref={paths.practiceKeeping(id)} />}
      <VerbForm
        form={form}
        action={keeping ? toKeep : toCheck}
        autosave={id === null ? paths.newPracticeDraft() : paths.practiceDraft(id)}
        searches
      >
        {saved && <Hidden name="practiceId" value={saved} />}
        <PracticeFields form={form} choices={choices} titleLength={titleLength} />
        <Actions>
          <Button formAction={toCheck}>確認へ進む</Button>
          <Button kind="secondary" formAction={toKeep}>
            下書きを保存する
          </Button>
          <Button kind="secondary" formAction={toKeep} name="next" value="attachments">
            保存して写真を付ける
          </Button>
          {id !== null && (
            <ButtonLink kind="text" href={paths.practice(id)}>
              やめて戻る
            </ButtonLink>
          )}
        </Actions>
      </VerbForm>
    </Page>
  )
}

export function writingTitle(id: number | null): string {
  return id === null ? '改善を報告する' : '改善の報告を直す'
}
