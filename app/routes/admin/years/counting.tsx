import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel } from '#app/domain/calendar'
import { mayChangeYear } from '#app/domain/organisation/policy'
import {
  basisLabels,
  countingBases,
  denominatorLabels,
  denominators,
  settingGroups,
} from '#app/domain/organisation/year-settings'
import { YearVerb } from '#app/ui/admin/year-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { formOf } from '#app/ui/form/fields'
import { page } from '#app/web/page.server'
import { choiceQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { loadYear, typedSettings } from './loading.server'

export const loader = page(async (args) => {
  const year = await loadYear(args)
  const { countingBasis, denominator } = typedSettings(year, settingGroups.counting)
  return {
    fiscalYear: year.fiscalYear,
    label: fiscalYearLabel(year.fiscalYear),
    may: mayChangeYear(args.actor, year),
    values: {
      countingBasis: choiceQuery(args.url, 'countingBasis', countingBases) ?? countingBasis ?? '',
      denominator: choiceQuery(args.url, 'denominator', denominators) ?? denominator ?? '',
    },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(`数え方：${data?.label ?? ''}`)

export default function YearCountingPage() {
  const { fiscalYear, label, may, values } = useLoaderData<typeof loader>()
  const form = formOf(values)
  return (
    <YearVerb
      title="数え方"
      label={label}
      hrefs={{ years: paths.years(), year: paths.year(fiscalYear) }}
      form={form}
      may={may}
    >
      <form method="get" action={paths.yearCountingCheck(fiscalYear)} className="form-flow">
        <RadioGroup
          form={form}
          name="countingBasis"
          label="数える日"
          hint="一人一改善の報告は、どちらでも実施した日で数えます"
          options={countingBases.map((value) => ({ value, label: basisLabels[value] }))}
        />
        <RadioGroup
          form={form}
          name="denominator"
          label="割合の分母"
          options={denominators.map((value) => ({ value, label: denominatorLabels[value] }))}
        />
        <Actions>
          <Button>割合がどう変わるかを確かめる</Button>
        </Actions>
      </form>
    </YearVerb>
  )
}
