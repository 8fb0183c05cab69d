import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAccountOverview } from '#app/domain/accounts/overview.server'
import { listSessions } from '#app/domain/accounts/sessions.server'
import { dayOf, type Instant, timeOf, warekiWithWeekday } from '#app/domain/calendar'
import { postOf, seatOf } from '#app/domain/organisation/powers'
import { Button, ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { accountPage } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = accountPage(async ({ actor, db, now }) => {
  const sessions = await listSessions(db, actor.personId, now)
  return {
    name: actor.name,
    account: await findAccountOverview(db, actor.personId),
    appointments: actor.appointments.map(postOf),
    seats: actor.seats.map(seatOf),
    devices: sessions.length,
  }
})

export const meta: MetaFunction = () => titled('利用者の情報')

export default function AccountPage() {
  const { name, account, appointments, seats, devices } = useLoaderData<typeof loader>()
  return (
    <Page title="利用者の情報">
      <SummaryList
        empty="なし"
        rows={[
          { label: '氏名', value: name },
          { label: '職員番号', value: account.employeeNumber },
          { label: '所属と職', value: <Lines lines={appointments} /> },
          { label: '委員会などの役割', value: seats.length > 0 && <Lines lines={seats} /> },
          { label: '今回のサインイン', value: account.lastSignedInAt && moment(account.lastSignedInAt) },
          {
            label: 'パスワードの変更',
            value: account.passwordChangedAt && moment(account.passwordChangedAt),
          },
        ]}
      />
      <p>所属と役割は、人事の発令から自動で変わります。異動の日には、サインインし直してください。</p>
      <div className="flex flex-wrap items-center gap-3">
        {account.passwordChangedAt && (
          <ButtonLink href={paths.password()} kind="secondary">
            パスワードを変更する
          </ButtonLink>
        )}
        <form method="post" action={paths.signOut()}>
          <Button kind="secondary">サインアウトする</Button>
        </form>
      </div>
      {devices > 1 && (
        <section className="flow">
          <h2>ほかの端末</h2>
          <p>
            この端末のほかに、{devices - 1}
            か所でサインインしたままになっています。心当たりがなければ、パスワードも変更してください。
          </p>
          <form method="post" action={paths.otherSessions()}>
            <Button kind="secondary">ほかの端末をサインアウトする</Button>
          </form>
        </section>
      )}
    </Page>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>)
}

function moment(at: Instant) {
  return (
    <time dateTime={at}>
      {warekiWithWeekday(dayOf(at))}
      {timeOf(at)}
    </time>
  )
}
