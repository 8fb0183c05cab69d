import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { warekiShort } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { listBodies } from '#app/domain/organisation/bodies.server'
import { lackOf } from '#app/domain/organisation/gaps.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { quorumInWords, shareLabels } from '#app/domain/organisation/quorum-rule'
import { seatRoleNames } from '#app/domain/organisation/seat'
import { Chip } from '#app/ui/chip'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  insist(mayKeepOrganisation(actor))
  const bodies = await listBodies(db, today)
  return bodies.map((body) => ({
    ...body,
    lacks: lackOf(body),
    members: body.holders.filter(({ role }) => role !== 'clerk').length,
  }))
})

export const meta: MetaFunction = () => titled('会議体')

export default function BodiesPage() {
  const bodies = useLoaderData<typeof loader>()
  return (
    <Page
      title="会議体"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '会議体' },
      ]}
    >
      <p>
        今日の名簿です。名簿への登録と任期の末日は、<a href={paths.people()}>職員</a>のページで入れます。
      </p>
      {bodies.map(({ body, name, rule, lacks, members, holders }) => (
        <section key={body} className="flow" aria-labelledby={body}>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h2 id={body}>
              {name}（{holders.length}人）
            </h2>
            {lacks && <Chip tone="attention">名簿が足りません</Chip>}
          </div>
          {lacks && <p>{lacks}。</p>}
          {rule && (
            <p>
              定足数は{shareLabels[rule.share]}、{quorumInWords(members, rule)}です。{' '}
              <a href={paths.quorum({ body })} className="nav-link">
                定数と定足数を決める<span className="sr-only">：{name}</span>
              </a>
            </p>
          )}
          {holders.length > 0 && (
            <DataTable
              caption={`${name}の名簿`}
              captionHidden
              rows={holders}
              keyOf={({ seatId }) => seatId}
              columns={[
                { key: 'role', label: '役割', cell: ({ role }) => seatRoleNames[role] },
                {
                  key: 'name',
                  label: '氏名',
                  names: true,
                  cell: ({ personId, name: person }) => <a href={paths.staffMember(personId)}>{person}</a>,
                },
                {
                  key: 'to',
                  label: '任期の末日',
                  cell: ({ validTo }) => (validTo ? warekiShort(validTo) : '－'),
                },
              ]}
            />
          )}
        </section>
      ))}
    </Page>
  )
}
