import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki } from '#app/domain/calendar'
import { findMemoSeenBy } from '#app/domain/memos/listing.server'
import { mayChange, mayGrow, mayJoin, mayLeave, mayRemove, mayShare } from '#app/domain/memos/memo'
import { findMemoFactsSeenBy } from '#app/domain/memos/seen.server'
import { ButtonLink } from '#app/ui/form/actions'
import { PressForm } from '#app/ui/form/press-form'
import { grownInWords, nameInWords, sharingInWords } from '#app/ui/memos/memo-words'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  const facts = await findMemoFactsSeenBy(db, actor, id)
  return {
    memo: await findMemoSeenBy(db, actor, id),
    isOwn: mayRemove(actor, facts).ok,
    may: {
      change: mayChange(actor, facts).ok,
      share: mayShare(actor, facts).ok,
      grow: mayGrow(actor, facts).ok,
      join: mayJoin(actor, facts).ok,
      leave: mayLeave(actor, facts).ok,
    },
    form: await form(),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.memo.text ?? '気づきメモ')

export default function MemoPage() {
  const { memo, isOwn, may, form } = useLoaderData<typeof loader>()
  const { id, text, photo, grown } = memo
  return (
    <Page
      title={text}
      crumbs={[{ href: paths.memos(), label: '気づきメモ' }, { label: text }]}
      meta={
        <>
          {!isOwn && <span>{nameInWords(memo.writer)}</span>}
          <time dateTime={memo.writtenAt}>{wareki(dayOf(memo.writtenAt))}</time>
        </>
      }
      actions={
        <>
          {may.grow && <ButtonLink href={paths.memoGrowth(id)}>報告や提案にする</ButtonLink>}
          {may.share && (
            <ButtonLink kind="secondary" href={paths.memoSharing(id)}>
              {memo.sharing === 'nobody' ? '仲間をさがす' : '共有のしかたを変える'}
            </ButtonLink>
          )}
          {may.join && (
            <PressForm formKey={form.key} action={paths.memoCompanionship(id)}>
              いっしょに考える
            </PressForm>
          )}
        </>
      }
    >
      {grown && (
        <p>
          <a href={hrefOf(grown)}>{grownInWords(grown)}</a>
        </p>
      )}
      {photo && (
        <figure>
          <a href={paths.attachment(photo.id)}>
            <img src={paths.thumbnail(photo.id)} alt={photo.description} />
          </a>
        </figure>
      )}
      <SummaryList
        empty="まだいません"
        rows={[
          { label: '見られる人', value: sharingInWords(memo) },
          {
            label: 'いっしょに考える人',
            value: memo.companions.length > 0 && (
              <ul>
                {memo.companions.map((companion) => (
                  <li key={companion.personId}>{nameInWords(companion)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {may.leave && (
        <PressForm formKey={`${form.key}l`} action={paths.memoCompanionshipEnd(id)} kind="secondary">
          いっしょに考えるのをやめる
        </PressForm>
      )}
      {isOwn && (
        <div className="flex flex-wrap items-center gap-3 no-print">
          {may.change && (
            <ButtonLink kind="secondary" href={paths.memoEdit(id)}>
              直す
            </ButtonLink>
          )}
          {may.change && photo && (
            <ButtonLink kind="text" href={paths.attachmentRemoval(photo.id)}>
              写真を外す
            </ButtonLink>
          )}
          <PressForm formKey={`${form.key}r`} action={paths.memoRemoval(id)} kind="text">
            メモを消す
          </PressForm>
        </div>
      )}
    </Page>
  )
}

function hrefOf({
  into,
  id,
  isDraft,
}: {
  into: 'practice' | 'proposal'
  id: number
  isDraft: boolean
}): string {
  if (into === 'practice') return isDraft ? paths.practiceEdit(id) : paths.practice(id)
  return isDraft ? paths.proposalEdit(id) : paths.proposal(id)
}
