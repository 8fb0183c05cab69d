import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RoundAnswersForm } from '#app/domain/improvements/forms.server'
import { mayKeepRounds, roundLimits } from '#app/domain/improvements/round'
import { answerRounds } from '#app/domain/improvements/round-answering.server'
import { listRoundsToAnswer } from '#app/domain/improvements/round-lookup.server'
import { Empty } from '#app/ui/empty'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { RoundRow } from '#app/ui/rounds/round-row'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, today, form }) => {
  const asked = await listRoundsToAnswer(db, actor)
  const answers = asked.flatMap(({ answer, reason }, at) => [
    [`rows[${at}].answer`, answer ?? ''],
    [`rows[${at}].reason`, reason],
  ])
  return {
    ...{ asked, today, keeps: mayKeepRounds(actor).ok },
    form: await form(Object.fromEntries(answers) as FormState['values']),
  }
})

/** All that has an answer, at once. */
export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, RoundAnswersForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => answerRounds(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.rounds(), 'roundAnswered'))
})

const pageTitle = 'うちの課では？'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function RoundsPage() {
  const { asked, today, keeps, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const open = asked.filter(({ answer }) => answer === null).length
  return (
    <Page
      title={pageTitle}
      crumbs={[{ href: paths.improvements(), label: '改善事例' }, { label: pageTitle }]}
      meta={<p>ほかの課の改善が自分の課に当てはまるかを、事務改善委員会が所属長に尋ねています。</p>}
      actions={
        keeps && (
          <a href={paths.allRounds()} className="nav-link">
            尋ねたものと回答を見る
          </a>
        )
      }
    >
      <ErrorSummary form={form} />
      {asked.length === 0 ? (
        <Empty>今、回答するものはありません。</Empty>
      ) : (
        <VerbForm form={form}>
          <p>
            {open === 0
              ? 'すべて回答しました。締め切りまでは、直してもう一度回答できます。'
              : `未回答は${open}件です。まとめて回答できます。あとにするものは、選ばずに残してください。`}
            {asked.length === roundLimits.rows && `${roundLimits.rows}件ずつ表示しています。`}
          </p>
          <ul className="rows">
            {numbered(asked, form).map(({ row, at }) => (
              <RoundRow
                key={row.id}
                form={form}
                name={`rows[${at}]`}
                asked={row}
                href={paths.improvement(row.improvementId)}
                today={today}
              />
            ))}
          </ul>
          <Actions>
            <Button>回答する</Button>
          </Actions>
        </VerbForm>
      )}
    </Page>
  )
}

/**
 * The number of each row in the form. A row keeps the one it was sent with, so that what was chosen stays with it even
 * when the list has changed meanwhile.
 */
function numbered<Row extends { id: number }>(rows: readonly Row[], { values }: FormState) {
  const sent = new Map<string, number>()
  for (let at = 0; at < 100; at += 1) {
    const id = values[`rows[${at}].section`]
    if (typeof id === 'string') sent.set(id, at)
  }
  let free = Math.max(-1, ...sent.values())
  return rows.map((row) => ({ row, at: sent.get(String(row.id)) ?? (free += 1) }))
}
