import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RuleBroken } from '#app/domain/errors'
import { columnsOf, listLabels } from '#app/domain/transfer/list'
import { ofProvider } from '#app/domain/transfer/lists/subject-links'
import { lackingColumns } from '#app/domain/transfer/mapping'
import { decodeText } from '#app/domain/transfer/table.server'
import { readHeadings, uploadList } from '#app/domain/transfer/uploading.server'
import { importSteps } from '#app/ui/admin/import-labels'
import { ListColumns } from '#app/ui/admin/list-columns'
import { Actions, Button } from '#app/ui/form/actions'
import { FileField } from '#app/ui/form/file-field'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { StepNav } from '#app/ui/step-nav'
import { refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { startPreview } from '#app/web/previewing.server'
import { providerOf } from '#app/web/single-sign-on.server'
import { titled } from '#app/web/title'
import { readUpload } from '#app/web/upload.server'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadList } from './loading.server'

export const loader = page(async ({ actor, url, form }) => {
  const list = loadList(actor, url)
  return {
    list,
    form: await form(),
    columns: Object.values(columnsOf[list]).map(({ label, about, example, ...column }) => ({
      ...{ label, about, example },
      required: !('absent' in column) && !column.given,
    })),
  }
})

export const action = verb(async ({ actor, url, request, db, perform }) => {
  const list = loadList(actor, url)
  const { state, file } = await readUpload(request, 'file')
  const again = (message: string) =>
    data({ form: { ...state, errors: { file: [message] } } }, { status: 422 })
  if (!file) return again('ファイルを選んでください')

  try {
    const { text: content, encoding } = decodeText(file.fileName, file.bytes)
    const { mapping: found } = await readHeadings(db, list, file.fileName, content)
    const mapping = list === 'subjectLinks' ? ofProvider(found, providerOf().issuer.href) : found
    const upload = { list, fileName: file.fileName, encoding, content, mapping }
    const outcome = await perform(state, (ctx) => uploadList(ctx, upload))
    if (!outcome.ok) return refuse({ ok: false, state }, outcome)

    const { importId } = outcome.value
    if (lackingColumns(columnsOf[list], mapping).length > 0) return redirect(paths.importMapping(importId))
    await startPreview({ db, perform }, importId, content.length)
    return redirect(paths.import(importId))
  } catch (error) {
    if (error instanceof RuleBroken) return again(error.message)
    throw error
  }
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(loaded ? `${listLabels[loaded.list]}の取り込み` : '取り込み', matches)

export default function NewImportPage() {
  const { list, columns, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const title = `${listLabels[list]}の取り込み`
  return (
    <Page
      title={title}
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { href: paths.imports(), label: 'CSVの取り込みと書き出し' },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} />
      <StepNav steps={importSteps} at={1} />
      <VerbForm form={form} multipart>
        <FileField
          form={form}
          name="file"
          label="CSVファイル"
          required
          accept=".csv,text/csv"
          takes="table"
          hint="8MBまで。文字コードは自動で見分けます（UTF-8、Shift_JIS）。見出しの名前が違っても、次のページで対応を選べます"
        />
        <Actions>
          <Button>確認へ進む</Button>
        </Actions>
      </VerbForm>
      <section className="flow">
        <h2>ファイルの作り方</h2>
        <p>
          <a href={paths.listTemplate({ list })} download>
            見本のCSVを保存する
          </a>
        </p>
        <ListColumns columns={columns} />
      </section>
    </Page>
  )
}
