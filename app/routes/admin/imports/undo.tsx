import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BareForm } from '#app/domain/bare-form.server'
import { listLabels } from '#app/domain/transfer/list'
import { mayUndo, undoImport } from '#app/domain/transfer/undoing.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadImport } from './loading.server'

export const loader = page(async (args) => {
  const facts = await loadImport(args)
  if (!mayUndo(facts, args.today).ok) throw redirect(paths.import(facts.id))
  const { id, list, fileName, counts, endedMissing } = facts
  return { id, list, fileName, counts, endedMissing, form: await args.form() }
})

export const action = verb(async (args) => {
  const { id } = await loadImport(args)
  const form = await readForm(args.request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => undoImport(ctx, { importId: id }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.import(id), 'importUndone'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(data ? `取り込みを元に戻す：${data.fileName}` : '取り込みを元に戻す', matches)

export default function UndoPage() {
  const { id, list, fileName, counts, endedMissing, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="取り込みを元に戻す"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.imports(), label: 'CSVの取り込みと書き出し' },
        { href: paths.import(id), label: fileName },
        { label: '元に戻す' },
      ]}
      meta={listLabels[list]}
    >
      <ErrorSummary form={form} />
      <p>
        追加した{counts.added}件を取り除き、変更した{counts.changed}件を前の内容に戻します。
        {endedMissing && `終わりにした${counts.missing}件も戻します。`}
        追加したものがもう使われているとき、あとで変わった行があるときは、元に戻せません。
      </p>
      <VerbForm form={form}>
        <Actions>
          <Button>元に戻す</Button>
          <ButtonLink kind="secondary" href={paths.import(id)}>
            やめる
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
