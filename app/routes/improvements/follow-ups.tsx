import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { warekiShort } from '#app/domain/calendar'
import { listFollowUpsToWrite } from '#app/domain/improvements/follow-up-listing.server'
import { Empty } from '#app/ui/empty'
import { PressForm } from '#app/ui/form/press-form'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, form }) => ({
  waiting: await listFollowUpsToWrite(db, actor),
  formKey: (await form()).key,
}))

const pageTitle = '「その後」を書く改善'

export const meta: MetaFunction = () => titled(pageTitle)

/** One's own, and those of people who have gone, which are the head's. Each goes by one press where there is nothing to say. */
export default function FollowUpsPage() {
  const { waiting, formKey } = useLoaderData<typeof loader>()
  return (
    <Page
      title={pageTitle}
      crumbs={[{ href: paths.improvements(), label: '改善事例' }, { label: pageTitle }]}
      meta={<p>登録から時間のたった改善が、今どうなっているかを尋ねています。書かなくてもかまいません。</p>}
    >
      {waiting.length === 0 ? (
        <Empty>今、「その後」を尋ねている改善はありません。</Empty>
      ) : (
        <ItemList
          label={pageTitle}
          items={waiting.map(({ improvementId: id, title, departmentName, publishedOn }) => ({
            key: id,
            href: paths.followUp(id),
            title,
            meta: `${departmentName}　${warekiShort(publishedOn)}登録`,
            chip: (
              <PressForm
                formKey={`${formKey}s${id}`}
                action={paths.followUpSkipping(id)}
                kind="text"
                hidden={title}
              >
                今回は書かない
              </PressForm>
            ),
          }))}
        />
      )}
    </Page>
  )
}
