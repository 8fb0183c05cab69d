import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, timeOf, wareki } from '#app/domain/calendar'
import { labelOf } from '#app/domain/proposals/consideration'
import type { Change } from '#app/domain/proposals/consideration-changes'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { listVersionsSeenBy } from '#app/domain/proposals/consideration-versions.server'
import type { Stance } from '#app/domain/proposals/decision'
import { listReasonCodes } from '#app/domain/organisation/reason-codes.server'
import { Empty } from '#app/ui/empty'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { PlainText } from '#app/ui/text'
import { stanceLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params }) => {
  const id = idParam(params, 'id')
  const { proposalId, versions } = await listVersionsSeenBy(db, actor, id)
  const { title, receiptNumber } = await findSubject(db, proposalId)
  return { id, title, receiptNumber, versions, reasons: await listReasonCodes(db, 'difficult') }
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`検討記録の書いた記録：${data?.title ?? ''}`, matches)

type Version = Awaited<ReturnType<typeof listVersionsSeenBy>>['versions'][number]

/** Who of the department wrote what: an answer belongs to the post, and the successor sees how it came about. */
export default function VersionsPage() {
  const { id, title, receiptNumber, versions } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`書いた記録：${title}`}
      crumbs={[
        { href: paths.considerations(), label: '検討する提案' },
        { href: paths.consideration(id), label: '検討記録' },
        { label: '書いた記録' },
      ]}
      meta={<span>{receiptNumber}</span>}
    >
      <p>課の人だけが読めます。続けて書いた下書きは1つの版にまとめています。</p>
      {versions.length === 0 && <Empty>まだ書かれていません。</Empty>}
      {versions.map((version) => (
        <VersionSection key={version.number} version={version} />
      ))}
    </Page>
  )
}

function VersionSection({ version }: { version: Version }) {
  const { number, writtenAt, writtenBy, isAnswer, stance, changes } = version
  const { reasons } = useLoaderData<typeof loader>()
  const say = (field: Change['field'], value: Change['after']) => {
    if (value === null || value === '') return '—'
    if (field === 'stance') return stanceLabels[value as Stance]
    if (field === 'plannedOn') return wareki(String(value))
    if (field === 'costYen') return `${value.toLocaleString('ja-JP')}円`
    if (field === 'reasonCode') return reasons.find(({ code }) => code === value)?.label ?? value
    return <PlainText text={String(value)} />
  }
  return (
    <section className="flow" aria-labelledby={`version-${number}`}>
      <h2 id={`version-${number}`}>
        第{number}版　{isAnswer ? '課の回答' : '下書き'}
      </h2>
      <p className="secondary">
        {wareki(dayOf(writtenAt))}
        {timeOf(writtenAt)}　{writtenBy}
      </p>
      {changes.length === 0 ? (
        <p>前の版から変えたところはありません。</p>
      ) : (
        <DataTable
          caption={number === 1 ? `第${number}版に書いたこと` : `第${number}版で変えたところ`}
          rows={changes}
          keyOf={({ field }) => field}
          columns={[
            { key: 'field', label: '項目', names: true, cell: ({ field }) => labelOf(field, stance) },
            ...(number === 1
              ? []
              : [
                  {
                    key: 'before',
                    label: '前の版',
                    cell: ({ field, before }: Change) => say(field, before),
                  },
                ]),
            { key: 'after', label: 'この版', cell: ({ field, after }) => say(field, after) },
          ]}
        />
      )}
    </section>
  )
}
