import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { GuideForm } from '#app/domain/improvements/forms.server'
import { mayWriteGuide } from '#app/domain/improvements/guide'
import { findGuide, writeGuide } from '#app/domain/improvements/guiding.server'
import { ErrorSummary } from '#app/ui/form/form'
import { GuideFields, guideLabels } from '#app/ui/improvements/guide'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, today, form }) => {
  const id = idParam(params, 'id')
  const guide = await findGuide(db, id, today)
  insist(mayWriteGuide(actor, guide))
  return { id, title: guide.title, form: await form({ ...guide.text }, guide.version) }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, GuideForm)
  if (!form.ok) return refuse(form)

  const improvementId = idParam(params, 'id')
  const { version, value } = form
  const outcome = await perform(form, (ctx) => writeGuide(ctx, { improvementId, version, ...value }))
  if (!outcome.ok) return refuse(form, outcome, guideLabels)

  return redirect(withFlash(paths.improvement(improvementId), 'guideWritten'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`「まねするときに」を書く：${data?.title ?? ''}`, matches)

export default function GuidePage() {
  const { id, title, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="「まねするときに」を書く"
      crumbs={[
        { href: paths.improvements(), label: '改善事例' },
        { href: paths.improvement(id), label: title },
        { label: 'まねするときに' },
      ]}
      meta={
        <p>「{title}」を取り入れたい課の人が読みます。使った様式は、もとの報告に資料として付けられます。</p>
      }
    >
      <ErrorSummary form={form} labels={guideLabels} />
      <GuideFields form={form} />
    </Page>
  )
}
