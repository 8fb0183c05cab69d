import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki } from '#app/domain/calendar'
import { listNotifications } from '#app/domain/notifications/inbox.server'
import { Empty } from '#app/ui/empty'
import { Button } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'
import { NoticeList } from '#app/ui/notice-list'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { page } from '#app/web/page.server'
import { choiceQuery, numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

const views = ['unread', 'all'] as const
const viewLabels = { unread: '未読', all: 'すべて' } as const

export const loader = page(async ({ actor, db, url }) => {
  const view = choiceQuery(url, 'show', views) ?? 'unread'
  const before = numberQuery(url, 'before')
  const { notifications, next } = await listNotifications(db, actor.personId, {
    unreadOnly: view === 'unread',
    before,
  })
  return { view, notifications, next, isFirst: before === undefined }
})

export const meta: MetaFunction = () => titled('お知らせ')

export default function InboxPage() {
  const { view, notifications, next, isFirst } = useLoaderData<typeof loader>()
  const [newest] = notifications
  const hasUnread = notifications.some(({ readAt }) => readAt === null)
  return (
    <Page title="お知らせ">
      <Views current={view} />
      {newest && hasUnread && isFirst && (
        <form method="post" action={paths.notificationsRead()} className="no-print">
          <Hidden name="upTo" value={newest.id} />
          <Button kind="secondary">すべて既読にする</Button>
        </form>
      )}
      {newest ? (
        <NoticeList
          notices={notifications.map(({ id, text, createdAt, readAt }) => ({
            key: id,
            text,
            action: paths.notificationOpening(id),
            at: createdAt,
            day: wareki(dayOf(createdAt)),
            isRead: readAt !== null,
          }))}
        />
      ) : (
        <Empty>
          {view === 'unread'
            ? '未読のお知らせはありません。'
            : 'お知らせはまだありません。提案が動いたときや、あなたの対応が必要なときに届きます。'}
        </Empty>
      )}
      {!isFirst && (
        <p>
          <a href={paths.notifications({ show: view })} className="nav-link">
            新しいお知らせへ
          </a>
        </p>
      )}
      <Pagination nextHref={next === null ? null : paths.notifications({ show: view, before: next })} />
    </Page>
  )
}

function Views({ current }: { current: (typeof views)[number] }) {
  return (
    <nav aria-label="お知らせの表示" className="no-print">
      <ul className="flex flex-wrap gap-x-5">
        {views.map((view) => (
          <li key={view}>
            <a
              href={paths.notifications({ show: view })}
              className="nav-link"
              aria-current={view === current ? 'page' : undefined}
            >
              {viewLabels[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
