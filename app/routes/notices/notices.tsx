import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAwaitingNotice } from '#app/domain/proposals/notice-lookup.server'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { Empty } from '#app/ui/empty'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { NothingChosen } from '#app/ui/form/nothing-chosen'
import { Page } from '#app/ui/page'
import { decisionLabels, decisionTones } from '#app/ui/words'
import { wasNothingChosen } from '#app/web/nothing-chosen'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today, url }) => ({
  today,
  /** The check page sends whoever chose nothing back here. */
  nothingChosen: wasNothingChosen(url),
  awaiting: await listAwaitingNotice(db, actor),
}))

export const meta: MetaFunction = ({ matches }) => titled('結果の通知', matches)

export default function NoticesPage() {
  const { awaiting, nothingChosen, today } = useLoaderData<typeof loader>()
  return (
    <Page title="結果の通知">
      {nothingChosen && <NothingChosen sentence="結果を通知する提案を1件以上選んでください" />}
      <p>判定は、ここで通知するまで、提案者にも全職員にも公開されません。</p>
      {awaiting.length === 0 ? (
        <Empty
          action={
            <ButtonLink kind="secondary" href={paths.sittings()}>
              会議を見る
            </ButtonLink>
          }
        >
          結果の通知を待っている提案はありません。会議で判定が決まると、ここに並びます。
        </Empty>
      ) : (
        <form method="get" action={paths.noticeCheck()} className="form-flow">
          <fieldset>
            <legend className="text-std-18B-160">通知を待っている提案（{awaiting.length}件）</legend>
            <ul className="rows" id="chosen" tabIndex={-1}>
              {awaiting.map(({ proposalId, title, receiptNumber, decision, dueOn }) => (
                <li key={proposalId} className="row">
                  <label className="choice">
                    <input type="checkbox" name="chosen" value={proposalId} defaultChecked />
                    <span>
                      {title}
                      <span className="block secondary">{receiptNumber}</span>
                    </span>
                  </label>
                  <span className="flex flex-wrap items-center gap-3">
                    <Chip tone={decisionTones[decision]}>{decisionLabels[decision]}</Chip>
                    <Deadline dueOn={dueOn} today={today} />
                    <a href={paths.proposal(proposalId)} className="nav-link">
                      内容を見る<span className="sr-only">：{title}</span>
                    </a>
                  </span>
                </li>
              ))}
            </ul>
          </fieldset>
          <Actions>
            <Button>確認へ進む</Button>
          </Actions>
        </form>
      )}
    </Page>
  )
}
