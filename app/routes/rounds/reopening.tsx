import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { ReopeningForm } from '#app/domain/improvements/forms.server'
import { mayKeepRounds } from '#app/domain/improvements/round'
import { findRound } from '#app/domain/improvements/round-lookup.server'
import { reopenRound } from '#app/domain/improvements/round-opening.server'
import { answerDueBy } from '#app/domain/proposals/intake-lookup.server'
import { Actions, Button } from '#app/ui/form/actions'
import { DateField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { roundLabels } from '#app/ui/rounds/round-words'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, today, form }) => {
  const { id, title } = await findRound(db, idParam(params, 'id'))
  insist(mayKeepRounds(actor))
  return { id, title, form: await form({ dueOn: wareki(await answerDueBy(db, today)) }) }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ReopeningForm)
  if (!form.ok) return refuse(form)

  const roundId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => reopenRound(ctx, { roundId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.roundOverview(roundId), 'roundReopened'))
})

const pageTitle = '「うちの課では？」を再開する'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function ReopeningPage() {
  const { id, title, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={pageTitle}
      crumbs={[
        { href: paths.rounds(), label: 'うちの課では？' },
        { href: paths.roundOverview(id), label: title },
        { label: '再開する' },
      ]}
    >
      <ErrorSummary form={form} labels={roundLabels} />
      <p>まだ回答していない課に、もう一度尋ねます。回答はそのまま残り、新しい期限まで直せます。</p>
      <VerbForm form={form}>
        <DateField form={form} name="dueOn" label="回答の期限" required hint="土日、祝日、年末年始でない日" />
        <Actions>
          <Button>再開する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
