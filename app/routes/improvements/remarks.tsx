import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RemarkForm } from '#app/domain/improvements/forms.server'
import { findShelved } from '#app/domain/improvements/lookup.server'
import { isFollowing, listRemarks, remark } from '#app/domain/improvements/remarking.server'
import { ErrorSummary } from '#app/ui/form/form'
import { FollowButton, RemarkFields, remarkLabels, Remarks } from '#app/ui/improvements/remarks'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  const { title } = await findShelved(db, id)
  const remarks = await listRemarks(db, id)
  const hasThanked = remarks.some(({ kind, personId }) => kind === 'thanks' && personId === actor.personId)
  return {
    ...{ id, title, hasThanked },
    remarks: remarks.map(({ personId: _person, ...shown }) => shown),
    following: await isFollowing(db, id, actor.personId),
    form: await form({ kind: hasThanked ? 'comment' : 'thanks' }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, RemarkForm)
  if (!form.ok) return refuse(form)

  const improvementId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => remark(ctx, { improvementId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.remarks(improvementId), 'remarked'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`ありがとう・コメント：${data?.title ?? ''}`, matches)

export default function RemarksPage() {
  const { id, title, remarks, hasThanked, following, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="ありがとう・コメント"
      crumbs={[
        { href: paths.improvements(), label: '改善事例' },
        { href: paths.improvement(id), label: title },
        { label: 'ありがとう・コメント' },
      ]}
    >
      <ErrorSummary form={form} labels={remarkLabels} />
      <Remarks remarks={remarks} />
      <RemarkFields form={form} hasThanked={hasThanked} />
      <FollowButton form={form} following={following} action={paths.follow(id)} />
    </Page>
  )
}
