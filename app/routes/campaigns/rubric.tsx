import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { RubricForm } from '#app/domain/evaluation/forms.server'
import { maximumCriteria } from '#app/domain/evaluation/rubric'
import { findRubric, maySeeRubric, maySetRubric, setRubric } from '#app/domain/evaluation/rubrics.server'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import type { FormState } from '#app/ui/form/form-state'
import { RubricTable } from '#app/ui/sittings/rubric-table'
import { RubricFields } from '#app/ui/sittings/rubric-fields'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { valuesOfRubric } from './rubric-values'

export const loader = page(async ({ actor, db, params, form }) => {
  const rubric = await findRubric(db, idParam(params, 'id'))
  insist(maySeeRubric(actor))
  return {
    rubric,
    maySet: maySetRubric(actor, rubric),
    form: await form(valuesOfRubric(rubric), rubric.version),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, RubricForm)
  if (!form.ok) return refuse(form)

  const campaignId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) =>
    setRubric(ctx, { campaignId, version: form.version, rubric: form.value }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.rubric(campaignId), 'rubricSet'))
})

export const meta: MetaFunction = ({ matches }) => titled('採点表', matches)

export default function RubricPage() {
  const { rubric, maySet, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="採点表"
      crumbs={[{ href: paths.sittings(), label: '会議' }, { label: '採点表' }]}
      meta={<span>{rubric.campaignName}</span>}
    >
      <ErrorSummary form={form} />
      {maySet.ok ? <RubricEditor form={form} /> : <RubricTable rubric={rubric} reason={maySet.reason} />}
    </Page>
  )
}

function RubricEditor({ form }: { form: FormState }) {
  return (
    <>
      <p>
        評価項目は{maximumCriteria}
        件まで、配点の合計は100点です。名前を空にした行は使いません。会議の資料を送ると、そのあとは変えられません。
      </p>
      <VerbForm form={form} key={form.key}>
        <RubricFields form={form} />
        <Actions>
          <Button>採点表を保存する</Button>
        </Actions>
      </VerbForm>
    </>
  )
}
