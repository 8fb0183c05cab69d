import { considerationLabels, type ConsiderationText } from '#app/domain/proposals/consideration'
import { Empty } from '#app/ui/empty'
import { ErrorSummary } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { TogetherCheck } from '#app/ui/proposals/together-check'
import { TogetherForm } from '#app/ui/proposals/together-form'
import { LeftOut, TogetherList } from '#app/ui/proposals/together-list'
import { paths } from '#app/web/paths'
import type { loadTogether } from './together.server'

export const togetherTitle = 'まとめて回答する'

type TogetherPageProps = Awaited<ReturnType<typeof loadTogether>> & {
  /** As the last refusal left it, or as it starts. */
  form: FormState
  /** The answer, to be read once more before it goes out. */
  checks: ConsiderationText | undefined
}

/** One record to write for several questions: which they are, the form, and what is to be checked before sending. */
export function TogetherPage({ open, closed, form, checks, ...offered }: TogetherPageProps) {
  const action = paths.answerTogether({ chosen: open.map(({ id }) => id) })
  return (
    <Page
      title={togetherTitle}
      crumbs={[{ href: paths.considerations(), label: '検討する提案' }, { label: togetherTitle }]}
    >
      <ErrorSummary form={form} labels={considerationLabels} />
      <LeftOut entries={closed} hrefOf={paths.consideration} />
      {open.length === 0 ? (
        <Empty>まとめて回答できる提案は残っていません。</Empty>
      ) : checks ? (
        <TogetherCheck form={form} action={action} entries={open} text={checks} reasons={offered.reasons} />
      ) : (
        <>
          <TogetherList entries={open} hrefOf={paths.consideration} />
          <TogetherForm
            form={form}
            action={action}
            entries={open}
            templatesHref={paths.templates()}
            {...offered}
          />
        </>
      )}
    </Page>
  )
}
