import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { RoundForm } from '#app/domain/improvements/forms.server'
import { findShelved } from '#app/domain/improvements/lookup.server'
import { mayOpenRound } from '#app/domain/improvements/round'
import { findOpenRoundOf } from '#app/domain/improvements/round-lookup.server'
import { openRound } from '#app/domain/improvements/round-opening.server'
import { listSectionsWithBureaus } from '#app/domain/organisation/lookup.server'
import { answerDueBy } from '#app/domain/proposals/intake-lookup.server'
import { ErrorSummary } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { RoundFields } from '#app/ui/rounds/round-fields'
import { roundLabels } from '#app/ui/rounds/round-words'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, today, form }) => {
  const id = idParam(params, 'id')
  const improvement = await findShelved(db, id)
  insist(mayOpenRound(actor, improvement))
  const sections = await listSectionsWithBureaus(db, today)
  return {
    ...{ id, title: improvement.title, openId: await findOpenRoundOf(db, id) },
    sections: sections.filter((section) => section.id !== improvement.departmentId),
    form: await form({ dueOn: wareki(await answerDueBy(db, today)) }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, RoundForm)
  if (!form.ok) return refuse(form)

  const improvementId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => openRound(ctx, { improvementId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.roundOverview(outcome.value.roundId), 'roundOpened'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`うちの課では？：${data?.title ?? ''}`, matches)

export default function NewRoundPage() {
  const { id, title, openId, sections, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="「うちの課では？」を各課に尋ねる"
      crumbs={[
        { href: paths.improvements(), label: '改善事例' },
        { href: paths.improvement(id), label: title },
        { label: 'うちの課では？' },
      ]}
      meta={<p>「{title}」が当てはまるかを、課の所属長に尋ねます。この改善をした課には尋ねません。</p>}
    >
      <ErrorSummary form={form} labels={roundLabels} />
      {openId === null ? (
        <RoundFields form={form} sections={sections} />
      ) : (
        <p>
          この改善は、もう各課に尋ねているところです。<a href={paths.roundOverview(openId)}>回答を見る</a>
        </p>
      )}
    </Page>
  )
}
