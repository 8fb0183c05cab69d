import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { findMemoSeenBy } from '#app/domain/memos/listing.server'
import { mayChange } from '#app/domain/memos/memo'
import { findMemoFactsSeenBy } from '#app/domain/memos/seen.server'
import { changeMemo } from '#app/domain/memos/writing.server'
import { ErrorSummary } from '#app/ui/form/form'
import { MemoFields } from '#app/ui/memos/memo-fields'
import { memoLabels } from '#app/ui/memos/memo-words'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { receiveMemo } from './receiving.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  insist(mayChange(actor, await findMemoFactsSeenBy(db, actor, id)))
  const { text, photo, version } = await findMemoSeenBy(db, actor, id)
  return { id, text, hasPhoto: photo !== null, form: await form({ text }, version) }
})

export const action = verb(async (args) => {
  const memoId = idParam(args.params, 'id')
  // Before a file is read: whoever may not change the memo sends nothing.
  insist(mayChange(args.actor, await findMemoFactsSeenBy(args.db, args.actor, memoId)))
  return receiveMemo(
    args,
    (ctx, memo) => changeMemo(ctx, { memoId, ...memo }),
    withFlash(paths.memo(memoId), 'memoChanged'),
  )
})

const pageTitle = '気づきメモを直す'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function EditMemoPage() {
  const { id, text, hasPhoto, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={pageTitle}
      crumbs={[
        { href: paths.memos(), label: '気づきメモ' },
        { href: paths.memo(id), label: text },
        { label: '直す' },
      ]}
    >
      <ErrorSummary form={form} labels={memoLabels} />
      <MemoFields form={form} submit="直す" takesPhoto={!hasPhoto} />
    </Page>
  )
}
