import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { findAttainment } from '#app/domain/indicators/attainment.server'
import { BareForm } from '#app/domain/bare-form.server'
import { mayCloseYear } from '#app/domain/organisation/policy'
import { closeFiscalYear } from '#app/domain/organisation/year-settings.server'
import { countUnconfirmed } from '#app/domain/practices/unconfirmed.server'
import { YearVerb } from '#app/ui/admin/year-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { shareSentence } from '#app/ui/share-words'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadYear } from './loading.server'

export const loader = page(async (args) => {
  const year = await loadYear(args)
  const { fiscalYear } = year
  return {
    fiscalYear,
    label: fiscalYearLabel(fiscalYear),
    may: mayCloseYear(args.actor, year, args.today),
    figure: shareSentence(await findAttainment(args.db, fiscalYear, args.today)),
    unconfirmed: await countUnconfirmed(args.db, fiscalYear),
    form: await args.form(),
  }
})

export const action = verb(async (args) => {
  const { fiscalYear } = await loadYear(args)
  const form = await readForm(args.request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => closeFiscalYear(ctx, { fiscalYear }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.year(fiscalYear), 'yearClosed'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`年度の確定：${data?.label ?? ''}`, matches)

export default function YearClosingPage() {
  const { fiscalYear, label, may, figure, unconfirmed, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <YearVerb
      title="年度の確定"
      label={label}
      hrefs={{ years: paths.years(), year: paths.year(fiscalYear) }}
      form={form}
      may={may}
    >
      <p>{figure}。</p>
      <p>
        {unconfirmed === 0
          ? 'この年度の改善の報告は、すべて確認されています。'
          : `この年度に実施した改善の報告のうち、${unconfirmed.toLocaleString('ja-JP')}件がまだ確認されていません。確定したあとに確認されても、この年度の割合には入りません。`}
      </p>
      <p>確定すると、この年度の設定と割合は変わらなくなります。取り消すことはできません。</p>
      <VerbForm form={form}>
        <Actions>
          <Button>{label}を確定する</Button>
        </Actions>
      </VerbForm>
    </YearVerb>
  )
}
