import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mappingForm, mappingValues } from '#app/domain/transfer/forms.server'
import { stepOf } from '#app/domain/transfer/import'
import { findContent } from '#app/domain/transfer/import-lookup.server'
import { columnsOf, listLabels } from '#app/domain/transfer/list'
import { readTable } from '#app/domain/transfer/table.server'
import { setMapping } from '#app/domain/transfer/uploading.server'
import { importSteps } from '#app/ui/admin/import-labels'
import { Actions, Button } from '#app/ui/form/actions'
import { SelectField, TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { StepNav } from '#app/ui/step-nav'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { startPreview } from '#app/web/previewing.server'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadImport } from './loading.server'

export const loader = page(async (args) => {
  const facts = await loadImport(args)
  const step = stepOf(facts, args.now)
  if (step !== 'mapping' && step !== 'previewed') throw redirect(paths.import(facts.id))
  const { id, list, fileName, mapping } = facts
  const { headings, rows } = await readTable(fileName, await findContent(args.db, id))
  const columns = columnsOf[list]
  return {
    ...{ id, list, fileName },
    form: await args.form(mappingValues(columns, mapping)),
    headings: headings.map((heading, place) => ({
      value: String(place),
      label: `${heading || `${place + 1}列目`}（例：${rows[0]?.cells[place]?.slice(0, 20) || '空欄'}）`,
    })),
    columns: Object.entries(columns).map(([name, column]) => ({
      ...{ name, label: column.label, about: column.about, required: !('absent' in column) },
    })),
  }
})

export const action = verb(async (args) => {
  const { id, list, fileName } = await loadImport(args)
  const form = await readForm(args.request, mappingForm(columnsOf[list]))
  if (!form.ok) return refuse(form)

  const content = await findContent(args.db, id)
  const { headings } = await readTable(fileName, content)
  const outcome = await args.perform(form, (ctx) =>
    setMapping(ctx, { importId: id, mapping: form.value, headings }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  await startPreview(args, id, content.length)
  return redirect(paths.import(id))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(data ? `見出しの対応：${data.fileName}` : '見出しの対応', matches)

export default function MappingPage() {
  const { id, list, fileName, headings, columns, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const sources = [...headings, { value: 'fixed', label: 'ファイルにない：すべての行に同じ値を入れる' }]
  return (
    <Page
      title="見出しの対応"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.imports(), label: 'CSVの取り込みと書き出し' },
        { href: paths.import(id), label: fileName },
        { label: '見出しの対応' },
      ]}
      meta={listLabels[list]}
    >
      <ErrorSummary form={form} />
      <StepNav steps={importSteps} at={1} />
      <p>ファイルのどの列が何かを選びます。一度選ぶと、次からは同じ見出しを自動で見分けます。</p>
      <VerbForm form={form}>
        {columns.map(({ name, label, about, required }) => (
          <div key={name} className="columns">
            <SelectField
              form={form}
              name={`source_${name}`}
              label={label}
              required={required}
              hint={about}
              width="full"
              empty={required ? '選んでください' : 'ファイルにない（今の値のまま）'}
              options={sources}
            />
            <TextField
              form={form}
              name={`fixed_${name}`}
              label={`すべての行に入れる値（${label}）`}
              width="medium"
            />
          </div>
        ))}
        <Actions>
          <Button>この対応で確認へ進む</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
