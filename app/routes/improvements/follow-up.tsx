import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { mayFollowUp } from '#app/domain/improvements/follow-up'
import { findFollowUp, followUp } from '#app/domain/improvements/following-up.server'
import { FollowUpForm } from '#app/domain/improvements/forms.server'
import { wareki } from '#app/domain/calendar'
import { ErrorSummary } from '#app/ui/form/form'
import { PressForm } from '#app/ui/form/press-form'
import { FollowUpFields, followUpLabels } from '#app/ui/improvements/follow-up'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const found = await findFollowUp(db, actor, idParam(params, 'id'))
  insist(mayFollowUp(actor, found))
  const { improvementId, title, publishedOn, outcome, word, minutesPerYear, yenPerYear, version } = found
  return {
    ...{ id: improvementId, title, publishedOn, isAsked: outcome === null },
    form: await form(
      {
        ...{ outcome: outcome === 'skipped' ? '' : (outcome ?? ''), word },
        hoursPerYear: minutesPerYear === null ? '' : String(Math.round(minutesPerYear / 0.6) / 100),
        yenPerYear: yenPerYear === null ? '' : String(yenPerYear),
      },
      version,
    ),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, FollowUpForm)
  if (!form.ok) return refuse(form)

  const improvementId = idParam(params, 'id')
  const { version, value } = form
  const outcome = await perform(form, (ctx) => followUp(ctx, { improvementId, version, ...value }))
  if (!outcome.ok) return refuse(form, outcome, followUpLabels)

  return redirect(withFlash(paths.improvement(improvementId), 'followedUp'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`「その後」を書く：${data?.title ?? ''}`, matches)

export default function FollowUpPage() {
  const { id, title, publishedOn, isAsked, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="「その後」を書く"
      crumbs={[
        { href: paths.improvements(), label: '改善事例' },
        { href: paths.improvement(id), label: title },
        { label: 'その後' },
      ]}
      meta={
        <p>
          「{title}」（{wareki(publishedOn)}登録）は、今どうなっていますか。
        </p>
      }
    >
      <ErrorSummary form={form} labels={followUpLabels} />
      <FollowUpFields form={form} />
      {isAsked && (
        <PressForm formKey={`${form.key}s`} action={paths.followUpSkipping(id)} kind="text">
          今回は書かない
        </PressForm>
      )}
    </Page>
  )
}
