import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { cancelReorganisation } from '#app/domain/reorganisation/cancelling.server'
import { listInTheWay } from '#app/domain/reorganisation/in-the-way.server'
import { BareForm } from '#app/domain/bare-form.server'
import { mayCancel } from '#app/domain/reorganisation/policy'
import { stateOf } from '#app/domain/reorganisation/reorganisation'
import { Actions, Button, ButtonLink, Refused } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadReorganisation } from './loading.server'

export const loader = page(async (args) => {
  const plan = await loadReorganisation(args)
  insist(mayCancel(args.actor, plan, args.today))
  const { id, name, effectiveOn } = plan
  return {
    ...{ id, name, effectiveOn, state: stateOf(plan, args.today) },
    inTheWay: await listInTheWay(args.db, plan),
    form: await args.form(),
  }
})

export const action = verb(async (args) => {
  const { id } = await loadReorganisation(args)
  const form = await readForm(args.request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => cancelReorganisation(ctx, { reorganisationId: id }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.reorganisation(id), 'reorganisationCancelled'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`組織改正の取消し：${data?.name ?? ''}`, matches)

export default function CancellationPage() {
  const { id, name, effectiveOn, state, inTheWay, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`組織改正の取消し：${name}`}
      heading="組織改正を取り消す"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reorganisations(), label: '組織改正' },
        { href: paths.reorganisation(id), label: name },
        { label: '取消し' },
      ]}
      meta={<span>{wareki(effectiveOn)}施行</span>}
    >
      <ErrorSummary form={form} />
      <p>
        {state === 'draft'
          ? 'この案をやめます。まだ何も変わっていません。'
          : '予定する前の組織に戻します。新しい所属、移る発令、移る事務事業も、予定する前と同じになります。'}
        取り消したことは、監査ログとこの組織改正に残ります。
      </p>
      {inTheWay.length > 0 ? (
        <Refused reason={inTheWay.join('')}>取り消す</Refused>
      ) : (
        <VerbForm form={form}>
          <Actions>
            <Button>取り消す</Button>
            <ButtonLink kind="secondary" href={paths.reorganisation(id)}>
              戻る
            </ButtonLink>
          </Actions>
        </VerbForm>
      )}
    </Page>
  )
}
