import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChangedMeanwhile } from '#app/domain/errors'
import { applyImport } from '#app/domain/transfer/applying.server'
import { ApplyForm } from '#app/domain/transfer/forms.server'
import { stepOf } from '#app/domain/transfer/import'
import { endingWords, listLabels } from '#app/domain/transfer/list'
import { importSteps } from '#app/ui/admin/import-labels'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { Checkbox } from '#app/ui/form/choices'
import { Hidden } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { StepNav } from '#app/ui/step-nav'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadImport } from './loading.server'

export const loader = page(async (args) => {
  const facts = await loadImport(args)
  if (stepOf(facts, args.now) !== 'previewed') throw redirect(paths.import(facts.id))
  const { id, list, fileName, counts } = facts
  return { id, list, fileName, counts, form: await args.form() }
})

export const action = verb(async (args) => {
  const { id } = await loadImport(args)
  const form = await readForm(args.request, ApplyForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => applyImport(ctx, { importId: id, ...form.value }))
  if (!outcome.ok && outcome.error instanceof ChangedMeanwhile) {
    const overtaken =
      '確認のあとで登録が変わったため、反映していません。もう一度確かめてから反映してください。'
    return data({ form: { ...form.state, formErrors: [overtaken] } }, { status: 409 })
  }
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.import(id), 'importApplied'))
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(loaded ? `${listLabels[loaded.list]}の反映：${loaded.fileName}` : '反映', matches)

export default function ApplicationPage() {
  const { id, list, fileName, counts, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const lines = counts.added + counts.changed
  const ending = endingWords[list]
  const count = `${lines.toLocaleString('ja-JP')}件`
  return (
    <Page
      title={`${listLabels[list]}の反映`}
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.imports(), label: 'CSVの取り込みと書き出し' },
        { href: paths.import(id), label: fileName },
        { label: '反映' },
      ]}
    >
      <ErrorSummary form={form} />
      <StepNav steps={importSteps} at={3} />
      <p>
        追加 {counts.added}件、変更 {counts.changed}
        件を、まとめて反映します。途中で問題があれば、何も変わりません。反映から30日の間は、元に戻せます。
      </p>
      {counts.error > 0 && <p>エラーの{counts.error}行は、反映しません。</p>}
      <VerbForm form={form}>
        {counts.error > 0 && <Hidden name="withoutErrors" value="on" />}
        {counts.missing > 0 && ending && (
          <Checkbox
            form={form}
            name="endMissing"
            label={`ファイルにない${counts.missing}件を、${ending}`}
            hint="選ばなければ、そのまま残ります"
          />
        )}
        <Actions>
          <Button>{counts.error > 0 ? `エラーを除いて反映する（${count}）` : `反映する（${count}）`}</Button>
          <ButtonLink kind="secondary" href={paths.import(id)}>
            確認に戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
      <form method="post" action={paths.importPreview(id)}>
        <Button kind="text">今の登録ともう一度比べる</Button>
      </form>
    </Page>
  )
}
