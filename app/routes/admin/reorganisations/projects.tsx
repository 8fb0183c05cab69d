import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { ChoicesForm, mostChoices } from '#app/domain/reorganisation/forms.server'
import { mayChange } from '#app/domain/reorganisation/policy'
import { chooseProjects, listProjectMoves } from '#app/domain/reorganisation/projects.server'
import { Empty } from '#app/ui/empty'
import { Actions, Button } from '#app/ui/form/actions'
import { Hidden, SelectField } from '#app/ui/form/fields'
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
  insist(mayChange(args.actor, plan, args.today))
  const moves = (await listProjectMoves(args.db, plan)).filter(({ line }) => line.kind === 'split')
  const shown = [...moves.filter(({ later }) => !later), ...moves.filter(({ later }) => later)]
    .slice(0, mostChoices)
    .toSorted(
      (one, other) => one.former.code.localeCompare(other.former.code) || (one.code < other.code ? -1 : 1),
    )
  const { id, name, effectiveOn } = plan
  return {
    ...{ id, name, effectiveOn },
    left: moves.length - shown.length,
    projects: shown.map(({ projectId, fiscalYear, code, name: title, former, line }) => ({
      ...{ projectId, fiscalYear, code, title, formerName: former.name },
      laters: line.laters.map((later) => ({ value: String(later.id), label: later.name })),
    })),
    form: await args.form(
      Object.fromEntries(
        shown.map(({ later }, at) => [`choices[${at}].laterId`, later ? String(later.id) : '']),
      ),
    ),
  }
})

export const action = verb(async (args) => {
  const { id } = await loadReorganisation(args)
  const form = await readForm(args.request, ChoicesForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) =>
    chooseProjects(ctx, { reorganisationId: id, choices: form.value.choices }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.reorganisationCheck(id), 'reorganisationProjectsChosen'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`事務事業の移る先：${data?.name ?? ''}`, matches)

export default function ReorganisationProjectsPage() {
  const { id, name, effectiveOn, left, projects, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`事務事業の移る先：${name}`}
      heading="分割する所属の事務事業の移る先"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reorganisations(), label: '組織改正' },
        { href: paths.reorganisation(id), label: name },
        { label: '事務事業の移る先' },
      ]}
      meta={<span>{wareki(effectiveOn)}施行</span>}
    >
      <ErrorSummary
        form={form}
        labels={Object.fromEntries(projects.map(({ title }, at) => [`choices[${at}].laterId`, title]))}
      />
      {projects.length === 0 ? (
        <Empty>分割する所属に、事務事業はありません。</Empty>
      ) : (
        <VerbForm form={form}>
          {left > 0 && (
            <p>
              まず{projects.length}件です。残りの{left}件は、選んだあとに続けて選べます。
            </p>
          )}
          {projects.map(({ projectId, fiscalYear, code, title, formerName, laters }, at) => (
            <div key={projectId}>
              <Hidden name={`choices[${at}].projectId`} value={projectId} />
              <SelectField
                form={form}
                name={`choices[${at}].laterId`}
                label={`${code}　${title}`}
                hint={`${formerName}（${fiscalYearLabel(fiscalYear)}）`}
                required
                empty="移る先を選んでください"
                width="full"
                options={laters}
              />
            </div>
          ))}
          <Actions>
            <Button>移る先を決める</Button>
          </Actions>
        </VerbForm>
      )}
    </Page>
  )
}
