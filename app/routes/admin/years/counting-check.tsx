import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, wareki } from '#app/domain/calendar'
import { countUnder } from '#app/domain/indicators/recounting.server'
import { YearCountingForm } from '#app/domain/organisation/forms.server'
import { mayChangeYear } from '#app/domain/organisation/policy'
import {
  countingBases,
  denominators,
  settingGroups,
  settingInWords,
  settingLabels,
} from '#app/domain/organisation/year-settings'
import { changeYearSettings } from '#app/domain/organisation/year-settings.server'
import { ComparedFigures } from '#app/ui/admin/compared-figures'
import { YearVerb } from '#app/ui/admin/year-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { choiceQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadYear } from './loading.server'

export const loader = page(async (args) => {
  const year = await loadYear(args)
  const { fiscalYear } = year
  const countingBasis = choiceQuery(args.url, 'countingBasis', countingBases)
  const denominator = choiceQuery(args.url, 'denominator', denominators)
  if (!countingBasis || !denominator) throw redirect(paths.yearCounting(fiscalYear))
  const wanted = { countingBasis, denominator }
  const [before, after] = await countUnder(args.db, fiscalYear, [year, wanted], args.today)
  return {
    ...{ fiscalYear, wanted, before, after, label: fiscalYearLabel(fiscalYear) },
    changes: settingGroups.counting.map((name) => ({
      label: settingLabels[name],
      before: settingInWords(name, year[name]),
      after: settingInWords(name, wanted[name]),
    })),
    isSame: year.countingBasis === countingBasis && year.denominator === denominator,
    today: wareki(args.today),
    may: mayChangeYear(args.actor, year),
    form: await args.form({}, year.version),
  }
})

export const action = verb(async (args) => {
  const { fiscalYear } = await loadYear(args)
  const form = await readForm(args.request, YearCountingForm)
  if (!form.ok) return refuse(form)

  const { value: settings, version } = form
  const outcome = await args.perform(form, (ctx) =>
    changeYearSettings(ctx, { fiscalYear, version, settings }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.year(fiscalYear), 'yearChanged'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`数え方の確認：${data?.label ?? ''}`, matches)

export default function CountingCheckPage() {
  const {
    fiscalYear,
    label,
    wanted,
    before,
    after,
    changes,
    isSame,
    today,
    may,
    form: started,
  } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <YearVerb
      title="数え方の確認"
      label={label}
      hrefs={{ years: paths.years(), year: paths.year(fiscalYear) }}
      form={form}
      may={may}
    >
      <ComparedFigures changes={changes} before={before} after={after} today={today} />
      {isSame ? (
        <p>今の数え方と同じです。</p>
      ) : (
        <VerbForm form={form}>
          <Hidden name="countingBasis" value={wanted.countingBasis} />
          <Hidden name="denominator" value={wanted.denominator} />
          <p>変えると、この年度の割合をすぐに数え直します。前の年度の割合は変わりません。</p>
          <Actions>
            <Button>数え方を変える</Button>
          </Actions>
        </VerbForm>
      )}
      <p>
        <a href={paths.yearCounting(fiscalYear, wanted)} className="nav-link">
          選び直す
        </a>
      </p>
    </YearVerb>
  )
}
