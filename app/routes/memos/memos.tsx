import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnMemos, listRemovedMemos, listSharedMemos } from '#app/domain/memos/listing.server'
import { memoLimits } from '#app/domain/memos/memo'
import { writeMemo } from '#app/domain/memos/writing.server'
import { Disclosure } from '#app/ui/disclosure'
import { Empty } from '#app/ui/empty'
import { ErrorSummary } from '#app/ui/form/form'
import { PressForm } from '#app/ui/form/press-form'
import { MemoFields } from '#app/ui/memos/memo-fields'
import { MemoList } from '#app/ui/memos/memo-list'
import { memoLabels } from '#app/ui/memos/memo-words'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { receiveMemo } from './receiving.server'

export const loader = page(async ({ actor, db, now, url, form }) => {
  const removed = await listRemovedMemos(db, actor, now)
  return {
    readerId: actor.personId,
    memos: await listOwnMemos(db, actor),
    shared: await listSharedMemos(db, actor),
    removed: removed.map(({ id, text }) => ({ id, text })),
    justRemoved: numberQuery(url, 'removed') ?? null,
    form: await form(),
  }
})

export const action = verb(async (args) =>
  receiveMemo(
    args,
    (ctx, { text, photo }) => writeMemo(ctx, { text, photo }),
    withFlash(paths.memos(), 'memoWritten'),
  ),
)

const pageTitle = '気づきメモ'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

const hrefs = { memo: paths.memo, thumbnail: paths.thumbnail }

/** First the line to write, for whoever has thirty seconds; then what is there. */
export default function MemosPage() {
  const { readerId, memos, shared, removed, justRemoved, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const last = removed.find(({ id }) => id === justRemoved)
  const earlier = removed.filter(({ id }) => id !== justRemoved)
  return (
    <Page
      title={pageTitle}
      crumbs={[{ href: paths.contributions(), label: '提案・報告する' }, { label: pageTitle }]}
      meta={<p>書いたメモは、共有するまであなただけが見られます。あとで報告や提案にもできます。</p>}
    >
      <ErrorSummary form={form} labels={memoLabels} />
      {last && <Removed memo={last} formKey={form.key} />}
      {/* What was written leaves the form, also where the page stays. */}
      <MemoFields key={form.key} form={form} submit="残す" takesPhoto />
      <section className="flow" aria-labelledby="own">
        <h2 id="own">自分のメモ（{memos.length}件）</h2>
        {memos.length === 0 ? (
          <Empty>まだありません。「変だな」「面倒だな」と思ったら、その場で1行残してください。</Empty>
        ) : (
          <MemoList label="自分のメモ" memos={memos} readerId={readerId} hrefs={hrefs} />
        )}
      </section>
      <section className="flow" aria-labelledby="shared">
        <h2 id="shared">いっしょに考えませんか（{shared.length}件）</h2>
        {shared.length === 0 ? (
          <Empty>今、仲間をさがしているメモはありません。</Empty>
        ) : (
          <MemoList label="いっしょに考えませんか" memos={shared} readerId={readerId} hrefs={hrefs} />
        )}
      </section>
      {earlier.length > 0 && (
        <Disclosure summary={`消したメモ（${earlier.length}件）`}>
          <p>消してから{memoLimits.keptDays}日のあいだ、元に戻せます。</p>
          {earlier.map((memo) => (
            <Removed key={memo.id} memo={memo} formKey={form.key} hidden={memo.text} />
          ))}
        </Disclosure>
      )}
    </Page>
  )
}

interface RemovedProps {
  memo: { readonly id: number; readonly text: string }
  formKey: string
  hidden?: string
}

function Removed({ memo: { id, text }, formKey, hidden }: RemovedProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p className="break-all">「{text}」を消しました。</p>
      <PressForm
        formKey={`${formKey}u${id}`}
        action={paths.memoRemovalUndo(id)}
        kind="secondary"
        hidden={hidden}
      >
        元に戻す
      </PressForm>
    </div>
  )
}
