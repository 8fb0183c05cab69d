import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isOwnDraft, isWaiting } from '#app/domain/practices/practice'
import { listOwnPractices, type OwnPractice } from '#app/domain/practices/listing.server'
import { listMyProposals } from '#app/domain/proposals/listing.server'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { OwnPractices } from '#app/ui/practices/own-practices'
import { MineSection } from '#app/ui/proposals/mine'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  const practices = await listOwnPractices(db, actor.personId)
  const proposals = await listMyProposals(db, actor)
  return {
    today,
    record: paths.person(actor.personId),
    practices: [
      { title: '下書き', practices: practices.filter(isOwnDraft).map(toWrite) },
      { title: '確認待ち', practices: practices.filter(isWaiting).map(toRead) },
      {
        title: '登録されたもの',
        practices: practices.filter((one) => !isOwnDraft(one) && !isWaiting(one)).map(toRead),
      },
    ],
    proposals: {
      drafts: proposals.drafts.map((one) => ({ ...one, href: paths.proposalEdit(one.id) })),
      open: proposals.open.map((one) => ({ ...one, href: paths.proposal(one.id) })),
      done: proposals.done.map((one) => ({ ...one, href: paths.proposal(one.id) })),
    },
  }
})

function toWrite({ id, stage, receiptNumber, title }: OwnPractice) {
  return { id, stage, receiptNumber, title, dueOn: null, href: paths.practiceEdit(id) }
}

function toRead({ id, stage, receiptNumber, title, confirmDueOn }: OwnPractice) {
  const dueOn = isWaiting({ stage }) ? confirmDueOn : null
  return { id, stage, receiptNumber, title, dueOn, href: paths.practice(id) }
}

export const meta: MetaFunction = () => titled('提案・報告する')

/** The two doors, and what went through them. */
export default function ContributionsPage() {
  const { practices, proposals, record, today } = useLoaderData<typeof loader>()
  return (
    <Page title="提案・報告する">
      <div className="grid gap-4 md:grid-cols-2">
        <section className="card flow">
          <h2>もう実施した改善を報告する</h2>
          <p>1ページ、3分ほど。小さな改善も歓迎です。</p>
          <p>
            <ButtonLink href={paths.newPractice()}>改善を報告する</ButtonLink>
          </p>
        </section>
        <section className="card flow">
          <h2>これからの改善を提案する</h2>
          <p>ほかの課のことでもかまいません。途中で保存できます。</p>
          <p>
            <ButtonLink href={paths.newProposal()} kind="secondary">
              提案を書く
            </ButtonLink>
          </p>
        </section>
      </div>
      <p className="flex flex-wrap gap-x-6">
        <a href={paths.memos()} className="nav-link">
          気づきメモ
        </a>
        <a href={record} className="nav-link">
          私の改善記録を見る・印刷する
        </a>
      </p>
      <OwnPractices parts={practices} today={today} />
      <MineSection mine={proposals} />
    </Page>
  )
}
