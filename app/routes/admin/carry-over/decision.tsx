import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { firstDayOf, fiscalYearLabel } from '#app/domain/calendar'
import { NotFound } from '#app/domain/errors'
import { listDepartmentsOn } from '#app/domain/organisation/departments-lookup.server'
import { mayChangeYear, mayKeepOrganisation } from '#app/domain/organisation/policy'
import { carryOverLabels } from '#app/domain/projects/carry-over'
import { findCarryOver } from '#app/domain/projects/carry-over-lookup.server'
import { decideCarryOver } from '#app/domain/projects/deciding-carry-over.server'
import { findRowOfYear } from '#app/domain/projects/kept-project.server'
import { CarryOverForm } from '#app/domain/projects/forms.server'
import { Actions, Button, Refused } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { SelectField, TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { OnlyIf } from '#app/ui/form/only-if'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page, type PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

type Asked = Pick<PageArgs, 'actor' | 'db' | 'params'>

/** To whoever may not keep the years these pages do not exist. */
function loadLine({ actor, db, params }: Asked) {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  return findCarryOver(db, idParam(params, 'id'))
}

export const loader = page(async (args) => {
  const { line, year } = await loadLine(args)
  const { fiscalYear } = year
  const departments = await listDepartmentsOn(args.db, firstDayOf(fiscalYear))
  return {
    ...{ line, fiscalYear, label: fiscalYearLabel(fiscalYear), may: mayChangeYear(args.actor, year) },
    laterId: line.state === 'done' ? await findRowOfYear(args.db, line.projectId, fiscalYear) : null,
    isCarried: line.state === 'done' && line.kind !== 'ended',
    departments: departments.map(({ id, name, bureauName }) => ({
      value: String(id),
      label: bureauName ? `${bureauName}　${name}` : name,
    })),
    form: await args.form({
      kind: line.kind,
      name: line.newName ?? line.name,
      departmentId: String(line.newDepartment?.id ?? ''),
      intoCode: line.into?.code ?? '',
    }),
  }
})

export const action = verb(async (args) => {
  const { line, year } = await loadLine(args)
  const form = await readForm(args.request, CarryOverForm)
  if (!form.ok) return refuse(form)

  const { projectYearId } = line
  const outcome = await args.perform(form, (ctx) => decideCarryOver(ctx, { projectYearId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  const bureau = (line.bureau ?? line.department).id
  return redirect(withFlash(paths.carryOver(year.fiscalYear, { bureau }), 'carryOverDecided'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`次の年度の扱い：${data?.line.name ?? ''}`, matches)

export default function CarryOverDecisionPage() {
  const {
    line,
    fiscalYear,
    label,
    may,
    laterId,
    isCarried,
    departments,
    form: started,
  } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`${label}の扱い：${line.name}`}
      heading={line.name}
      crumbs={[
        { href: paths.year(fiscalYear), label },
        { href: paths.carryOver(fiscalYear), label: '事務事業の引き継ぎ' },
        { label: line.name },
      ]}
      meta={<span>{`${line.code}　${line.department.name}`}</span>}
    >
      <ErrorSummary form={form} />
      {!may.ok && <Refused reason={may.reason}>引き継ぎを決める</Refused>}
      {may.ok && isCarried && (
        <p>
          {`${label}に引き継がれています。`}
          {laterId !== null && (
            <>
              名前や所管は、<a href={paths.projectYear(laterId)}>{`${label}の登録`}</a>で直せます。
            </>
          )}
        </p>
      )}
      {may.ok && !isCarried && <DecisionForm form={form} label={label} departments={departments} />}
    </Page>
  )
}

interface DecisionFormProps {
  form: FormState
  label: string
  departments: readonly { value: string; label: string }[]
}

function DecisionForm({ form, label, departments }: DecisionFormProps) {
  return (
    <VerbForm form={form}>
      <RadioGroup
        form={form}
        name="kind"
        label={`${label}の扱い`}
        required
        options={[
          { value: 'continued', label: carryOverLabels.continued, hint: '名前も所管もそのまま続きます' },
          { value: 'renamed', label: carryOverLabels.renamed },
          { value: 'transferred', label: carryOverLabels.transferred, hint: '名前も変えられます' },
          { value: 'merged', label: carryOverLabels.merged, hint: 'ほかの事務事業に入ります' },
          { value: 'ended', label: carryOverLabels.ended, hint: `${label}の一覧には載りません` },
        ]}
      />
      <OnlyIf answers={['transferred']} words="「所管替え」のときに選択">
        <SelectField
          form={form}
          name="departmentId"
          label="新しい所管"
          hint={`${label}の初日にある所属です`}
          empty="選んでください"
          width="full"
          options={departments}
        />
      </OnlyIf>
      <OnlyIf
        answers={['renamed', 'transferred']}
        words="「名称変更」と、名前も変わる「所管替え」のときに入力"
      >
        <TextField form={form} name="name" label="新しい名前" counter={100} />
      </OnlyIf>
      <OnlyIf answers={['merged']} words="「統合」のときに入力">
        <TextField
          form={form}
          name="intoCode"
          label="統合先の番号"
          width="medium"
          hint={`${label}に続く事務事業か、${label}に加えた事務事業の番号`}
        />
      </OnlyIf>
      <Actions>
        <Button>決める</Button>
      </Actions>
    </VerbForm>
  )
}
