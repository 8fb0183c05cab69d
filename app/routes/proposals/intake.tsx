import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { listIntake } from '#app/domain/proposals/listing.server'
import { Deadline } from '#app/ui/deadline'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => ({ today, waiting: await listIntake(db, actor) }))

export const meta: MetaFunction = () => titled('提案の受付')

export default function IntakePage() {
  const { today, waiting } = useLoaderData<typeof loader>()
  return (
    <Page
      title="提案の受付"
      heading={`提案の受付（${waiting.length}件）`}
      crumbs={[{ href: paths.home(), label: 'ホーム' }, { label: '提案の受付' }]}
      meta={<span>提出された順です。受付番号は、受け付けた順に付きます。</span>}
    >
      {waiting.length === 0 ? (
        <Empty
          action={
            <ButtonLink kind="secondary" href={paths.ledger()}>
              台帳を見る
            </ButtonLink>
          }
        >
          受付を待っている提案はありません。
        </Empty>
      ) : (
        <ItemList
          label="受付を待っている提案"
          items={waiting.map(({ id, title, submittedOn, receiveDueOn, themeTitle, targets }) => ({
            key: id,
            href: paths.proposal(id),
            title,
            meta: [`${wareki(submittedOn)}提出`, themeTitle ?? '自由提案', targets.join('、')]
              .filter(Boolean)
              .join('　'),
            chip: receiveDueOn && <Deadline dueOn={receiveDueOn} today={today} />,
          }))}
        />
      )}
    </Page>
  )
}
