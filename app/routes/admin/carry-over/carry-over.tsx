import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { CarryOver } from '#app/domain/projects/carry-over'
import { CarryOverTable } from '#app/ui/admin/carry-over-table'
import { Empty } from '#app/ui/empty'
import { Button, ButtonLink, Refused } from '#app/ui/form/actions'
import { formOf, TextField } from '#app/ui/form/fields'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { byBureau, byDepartment, loadCarryOver } from './loading.server'

/** By bureau, with the projects of one of them, of a search, or of what does not simply go on. */
export const loader = page(async (args) => {
  const { lines, ...year } = await loadCarryOver(args)
  const text = args.url.searchParams.get('text')?.trim() ?? ''
  const bureauId = numberQuery(args.url, 'bureau')
  const bureaus = byBureau(lines)
  const bureau = text === '' ? bureaus.find(({ id }) => id === bureauId) : undefined
  const shown = bureau
    ? lines.filter((line) => (line.bureau ?? line.department).id === bureau.id)
    : lines.filter((line) => (text === '' ? isSpecial(line) : isCalled(line, text)))
  return {
    ...{ ...year, text, bureaus, bureau },
    departments: byDepartment(shown),
    open: lines.filter(({ state }) => state === 'open').length,
    total: lines.length,
  }
})

function isSpecial({ kind, fault }: CarryOver): boolean {
  return kind !== 'continued' || fault !== null
}

function isCalled({ code, name, department }: CarryOver, text: string): boolean {
  const wanted = text.normalize('NFKC')
  return code.startsWith(wanted) || name.includes(text) || department.name.includes(text)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`事務事業の引き継ぎ：${data?.label ?? ''}`)

export default function CarryOverPage() {
  const { fiscalYear, label, labelBefore, may, text, bureaus, bureau, departments, open, total } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={`事務事業の引き継ぎ：${label}`}
      heading="事務事業の引き継ぎ"
      crumbs={[
        { href: paths.years(), label: '年度' },
        { href: paths.year(fiscalYear), label },
        { label: '事務事業の引き継ぎ' },
      ]}
      meta={<span>{`${labelBefore}の${total}件のうち、まだ引き継いでいないもの${open}件`}</span>}
    >
      <p>
        何も決めていない事務事業は、そのまま{label}
        に続きます。名前や所管が変わるもの、統合するもの、終わるものだけを選んで決め、最後にまとめて引き継ぎます。
      </p>
      {may.ok ? (
        <p className="flex flex-wrap items-center gap-3">
          {open > 0 && (
            <ButtonLink href={paths.carryOverCheck(fiscalYear)}>引き継ぐ内容を確かめる</ButtonLink>
          )}
          <ButtonLink kind="secondary" href={paths.newProject(fiscalYear)}>
            新しい事務事業を加える
          </ButtonLink>
        </p>
      ) : (
        <Refused reason={may.reason}>事務事業の引き継ぎ</Refused>
      )}
      {total === 0 && <Empty>{labelBefore}の事務事業は登録されていません。</Empty>}
      <form method="get" action={paths.carryOver(fiscalYear)} role="search" className="form-flow no-print">
        <TextField
          form={formOf({ text })}
          name="text"
          label="番号、事務事業か課の名前"
          type="search"
          width="medium"
        />
        <Button kind="secondary">さがす</Button>
      </form>
      {bureaus.length > 0 && (
        <DataTable
          caption={`${labelBefore}の事務事業`}
          rows={bureaus}
          keyOf={({ id }) => id}
          isCurrent={({ id }) => id === bureau?.id}
          columns={[
            {
              key: 'bureau',
              label: '部',
              names: true,
              cell: ({ id, name }) => (
                <a href={`${paths.carryOver(fiscalYear, { bureau: id })}#shown`}>{name}</a>
              ),
            },
            { key: 'projects', label: '事務事業', figures: true, cell: ({ projects }) => projects },
            { key: 'open', label: 'まだ引き継いでいない', figures: true, cell: (row) => row.open },
            { key: 'decided', label: '継続のほかに決めた', figures: true, cell: ({ decided }) => decided },
          ]}
        />
      )}
      <h2 id="shown">
        {bureau ? bureau.name : text === '' ? '継続のほかに決めたもの' : `「${text}」に合うもの`}
      </h2>
      {departments.length === 0 ? (
        <Empty>
          {text === '' ? 'まだありません。部の名前を選ぶと、事務事業が並びます。' : '見つかりませんでした。'}
        </Empty>
      ) : (
        departments.map(({ id, name, lines }) => (
          <CarryOverTable key={id} caption={name} lines={lines} hrefOf={paths.carryOverDecision} />
        ))
      )}
    </Page>
  )
}
