import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, warekiShort } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { mayKeepRounds } from '#app/domain/improvements/round'
import { listRounds } from '#app/domain/improvements/round-lookup.server'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { Empty } from '#app/ui/empty'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  insist(mayKeepRounds(actor))
  return { today, rounds: await listRounds(db) }
})

const pageTitle = '「うちの課では？」で尋ねたもの'

export const meta: MetaFunction = () => titled(pageTitle)

export default function AllRoundsPage() {
  const { today, rounds } = useLoaderData<typeof loader>()
  return (
    <Page
      title={pageTitle}
      crumbs={[
        { href: paths.improvements(), label: '改善事例' },
        { href: paths.rounds(), label: 'うちの課では？' },
        { label: '尋ねたもの' },
      ]}
    >
      {rounds.length === 0 ? (
        <Empty>まだ尋ねたものはありません。改善事例を開き、「各課に尋ねる」から始めます。</Empty>
      ) : (
        <ItemList
          label={pageTitle}
          items={rounds.map(({ id, title, openedAt, asked, answered, adopting, closedAt, dueOn }) => ({
            key: id,
            href: paths.roundOverview(id),
            title,
            meta: `${warekiShort(dayOf(openedAt))}に照会　回答 ${answered}／${asked}課　採り入れる ${adopting}課`,
            chip:
              closedAt === null ? (
                <Deadline dueOn={dueOn} today={today} />
              ) : (
                <Chip tone="outline">締め切り</Chip>
              ),
          }))}
        />
      )}
    </Page>
  )
}
