import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist, NotFound } from '#app/domain/errors'
import { LineForm } from '#app/domain/reorganisation/forms.server'
import { addLine } from '#app/domain/reorganisation/planning.server'
import { mayChange } from '#app/domain/reorganisation/policy'
import { lineKinds, lineLabels } from '#app/domain/reorganisation/reorganisation'
import { ReorganisationLineFields } from '#app/ui/admin/reorganisation-line-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { choiceQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { listLineChoices, loadReorganisation } from './loading.server'

export const loader = page(async (args) => {
  const plan = await loadReorganisation(args)
  insist(mayChange(args.actor, plan, args.today))
  const kind = choiceQuery(args.url, 'kind', lineKinds)
  if (kind === undefined) throw new NotFound()
  const { id, name, effectiveOn } = plan
  return {
    ...{ id, name, effectiveOn, kind },
    ...(await listLineChoices(args.db, plan, args.today)),
    form: await args.form(),
  }
})

export const action = verb(async (args) => {
  const { id } = await loadReorganisation(args)
  const form = await readForm(args.request, LineForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => addLine(ctx, { reorganisationId: id, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.reorganisation(id), 'reorganisationLineAdded'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(data ? `${lineLabels[data.kind]}の行：${data.name}` : '組織改正の行', matches)

const sentences = {
  rename:
    '名前か部が変わります。職員と所属長は、そのまま新しい所属に移ります。部を改称すると、配下の課も、名前とコードのまま新しい部に移ります。',
  split: '分かれた先のどれにも、進行中の仕事が届きます。事務事業は、1つずつ移る先を選びます。',
  merge: '所属長のほかの職員は、統合した所属に移ります。所属長は、発令で決めます。',
  abolish: '仕事と、所属長のほかの職員が、引き継ぐ所属に移ります。',
  found: '施行日から新しい所属ができます。所属長は、予定したあとで発令を登録します。',
} as const

export default function ReorganisationLinePage() {
  const { id, name, effectiveOn, kind, departments, bureaus, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`${lineLabels[kind]}の行：${name}`}
      heading={`${lineLabels[kind]}の行を加える`}
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reorganisations(), label: '組織改正' },
        { href: paths.reorganisation(id), label: name },
        { label: `${lineLabels[kind]}の行` },
      ]}
      meta={<span>{wareki(effectiveOn)}施行</span>}
    >
      <ErrorSummary form={form} />
      <p>{sentences[kind]}</p>
      <VerbForm form={form}>
        <ReorganisationLineFields form={form} kind={kind} departments={departments} bureaus={bureaus} />
        <Actions>
          <Button>加える</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
