import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { carryOverKinds, carryOverLabels, countKinds } from '#app/domain/projects/carry-over'
import { fingerprintOf } from '#app/domain/projects/carry-over-lookup.server'
import { carryOverProjects } from '#app/domain/projects/carrying-over.server'
import { CarryingOverForm } from '#app/domain/projects/forms.server'
import { CarryOverTable } from '#app/ui/admin/carry-over-table'
import { YearVerb } from '#app/ui/admin/year-verb'
import { Empty } from '#app/ui/empty'
import { Actions, Button, ButtonLink, Refused } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { SummaryList } from '#app/ui/summary-list'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadYear } from '../years/loading.server'
import { loadCarryOver } from './loading.server'

/** As much of one kind as a page can show; the whole is on the page before, bureau by bureau. */
const mostShown = 200

export const loader = page(async (args) => {
  const { lines, ...year } = await loadCarryOver(args)
  const open = lines.filter(({ state }) => state === 'open')
  return {
    ...year,
    counts: countKinds(open),
    open: open.length,
    seen: fingerprintOf(open),
    faulty: open.filter(({ fault }) => fault !== null).slice(0, mostShown),
    moving: open
      .filter((line) => (line.heirs ?? []).length > 0 && line.kind === 'continued')
      .slice(0, mostShown),
    changed: carryOverKinds.flatMap((kind) => {
      const own = kind === 'continued' ? [] : open.filter((line) => line.kind === kind)
      return own.length === 0 ? [] : [{ kind, lines: own.slice(0, mostShown) }]
    }),
    form: await args.form(),
  }
})

export const action = verb(async (args) => {
  const { fiscalYear } = await loadYear(args)
  const form = await readForm(args.request, CarryingOverForm)
  if (!form.ok) return refuse(form)

  const { seen } = form.value
  const outcome = await args.perform(form, (ctx) => carryOverProjects(ctx, { fiscalYear, seen }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.carryOver(fiscalYear), 'projectsCarriedOver'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`引き継ぐ内容の確認：${data?.label ?? ''}`, matches)

export default function CarryOverCheckPage() {
  const {
    fiscalYear,
    label,
    labelBefore,
    may,
    counts,
    open,
    seen,
    faulty,
    moving,
    changed,
    form: started,
  } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const table = { withDepartment: true, hrefOf: paths.carryOverDecision }
  return (
    <YearVerb
      title="引き継ぐ内容の確認"
      label={label}
      hrefs={{ years: paths.years(), year: paths.year(fiscalYear) }}
      form={form}
      may={may}
    >
      {open === 0 ? (
        <Empty>{`${labelBefore}の事務事業で、まだ引き継いでいないものはありません。`}</Empty>
      ) : (
        <>
          <p>
            {`${labelBefore}の事務事業のうち、まだ引き継いでいない${open}件です。番号、施策、指標の対象かどうかは、${labelBefore}のままです。`}
          </p>
          <SummaryList
            rows={carryOverKinds.map((kind) => ({
              label: carryOverLabels[kind],
              value: `${counts[kind]}件`,
            }))}
          />
          {faulty.length > 0 && (
            <CarryOverTable caption="このままでは引き継げないもの" lines={faulty} {...table} />
          )}
          {changed.map(({ kind, lines }) => (
            <CarryOverTable key={kind} caption={carryOverLabels[kind]} lines={lines} {...table} />
          ))}
          {moving.length > 0 && (
            <CarryOverTable caption="組織改正で所管が変わるもの" lines={moving} {...table} />
          )}
          {faulty.length > 0 ? (
            <Refused reason="引き継げないものを、先に直してください。">引き継ぐ</Refused>
          ) : (
            <VerbForm form={form}>
              <Hidden name="seen" value={seen} />
              <Actions>
                <Button>{label}に引き継ぐ</Button>
                <ButtonLink kind="secondary" href={paths.carryOver(fiscalYear)}>
                  一覧に戻る
                </ButtonLink>
              </Actions>
            </VerbForm>
          )}
        </>
      )}
    </YearVerb>
  )
}
