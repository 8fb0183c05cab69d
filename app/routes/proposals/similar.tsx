import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findContent } from '#app/domain/proposals/content.server'
import { findFactsSeenBy } from '#app/domain/proposals/facts.server'
import { listSimilarSeenBy } from '#app/domain/search/similar.server'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { SimilarList } from '#app/ui/proposals/similar'
import { admitSearch } from '#app/web/pace.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { shownSimilar, soughtOf } from './similar.server'

export const loader = page(async ({ actor, db, params }) => {
  const id = idParam(params, 'id')
  await admitSearch(actor.personId)
  await findFactsSeenBy(db, actor, id)
  const { content } = await findContent(db, id)
  const similar = await listSimilarSeenBy(db, actor, soughtOf(id, content))
  return { id, title: content.title, similar: similar.map(shownSimilar) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`似ている提案・事例：${data?.title ?? ''}`)

/** What others did or proposed about the same, for the authors, the departments asked and the committee. */
export default function SimilarPage() {
  const { id, title, similar } = useLoaderData<typeof loader>()
  const back = paths.proposal(id)
  return (
    <Page
      title="似ている提案・事例"
      crumbs={[{ href: back, label: title || '名前のない下書き' }, { label: '似ている提案・事例' }]}
      meta={<p>ことばが近いものと、同じ部で同じ効果をねらったものを、近い順に5件まで示します。</p>}
    >
      {similar.length === 0 ? (
        <Empty
          action={
            <ButtonLink kind="secondary" href={back}>
              提案に戻る
            </ButtonLink>
          }
        >
          似ている提案・事例は見つかりませんでした。
        </Empty>
      ) : (
        <SimilarList similar={similar} />
      )}
    </Page>
  )
}
