import { dayOf, monthDay } from '#app/domain/calendar'
import type { NewImprovement } from '#app/domain/home.server'
import type { Notification } from '#app/domain/notifications/inbox.server'
import { Empty } from '#app/ui/empty'
import { ItemList } from '#app/ui/item-list'
import { NoticeList } from '#app/ui/notice-list'
import { paths } from '#app/web/paths'

export function NewsSection({ improvements }: { improvements: readonly NewImprovement[] }) {
  return (
    <section className="flow" aria-labelledby="news">
      <h2 id="news">新しい改善事例</h2>
      {improvements.length === 0 ? (
        <Empty>改善事例はまだありません。報告が確認されると、ここに載ります。</Empty>
      ) : (
        <>
          <ItemList
            label="新しい改善事例"
            items={improvements.map(({ id, title, departmentName, publishedOn }) => ({
              key: id,
              href: paths.improvement(id),
              title,
              meta: `${departmentName}　${monthDay(publishedOn)}`,
            }))}
          />
          <p>
            <a href={paths.improvements()} className="nav-link">
              改善事例をすべて見る
            </a>
          </p>
        </>
      )}
    </section>
  )
}

export function NoticesSection({ notices }: { notices: readonly Notification[] }) {
  return (
    <section className="flow" aria-labelledby="notices">
      <h2 id="notices">お知らせ</h2>
      {notices.length === 0 ? (
        <p>新しいお知らせはありません。</p>
      ) : (
        <NoticeList
          notices={notices.map(({ id, text, createdAt }) => ({
            key: id,
            text,
            action: paths.notificationOpening(id),
            at: createdAt,
            day: monthDay(dayOf(createdAt)),
            isRead: false,
          }))}
        />
      )}
      <p>
        <a href={paths.notifications()} className="nav-link">
          お知らせをすべて見る
        </a>
      </p>
    </section>
  )
}
