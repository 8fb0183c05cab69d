import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, fiscalYearOf } from '#app/domain/calendar'
import { insist, RuleBroken } from '#app/domain/errors'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { settingGroups, settingInWords, settingLabels } from '#app/domain/organisation/year-settings'
import {
  beginNextYear,
  type KeptYear,
  listKeptYears,
  nextOf,
} from '#app/domain/organisation/year-settings.server'
import { BareForm } from '#app/domain/bare-form.server'
import { Actions, Button, Refused } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, today, form }) => {
  insist(mayKeepOrganisation(actor))
  return { next: nextInWords(await listKeptYears(db), fiscalYearOf(today)), form: await form() }
})

export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, beginNextYear)
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.year(outcome.value.fiscalYear), 'yearBegun'))
})

export const meta: MetaFunction = ({ matches }) => titled('次の年度を開く', matches)

export default function NewYearPage() {
  const { next, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="次の年度を開く"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.years(), label: '年度' },
        { label: '次の年度を開く' },
      ]}
    >
      <ErrorSummary form={form} />
      {next.ok ? (
        <>
          <p>
            {next.label}を、{next.fromLabel}の設定で開きます。設定は、開いてからいつでも変えられます。
          </p>
          <SummaryList empty="なし" rows={next.settings} />
          <VerbForm form={form}>
            <Actions>
              <Button>{next.label}を開く</Button>
            </Actions>
          </VerbForm>
        </>
      ) : (
        <Refused reason={`${next.reason}。`}>次の年度を開く</Refused>
      )}
    </Page>
  )
}

function nextInWords(years: readonly KeptYear[], thisYear: number) {
  try {
    const { from, fiscalYear } = nextOf(years, thisYear)
    const names = Object.values(settingGroups).flat()
    return {
      ok: true as const,
      label: fiscalYearLabel(fiscalYear),
      fromLabel: fiscalYearLabel(from.fiscalYear),
      settings: names.map((name) => ({
        label: settingLabels[name],
        value: settingInWords(name, from[name]),
      })),
    }
  } catch (error) {
    if (error instanceof RuleBroken) return { ok: false as const, reason: error.message }
    throw error
  }
}
