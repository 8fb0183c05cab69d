import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { listAllReasons } from '#app/domain/organisation/keeping-reasons.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { reasonUseLabels, reasonUses } from '#app/domain/organisation/reason'
import { ReasonSection } from '#app/ui/admin/reason-section'
import { SettingHistory } from '#app/ui/admin/setting-history'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { listReasonChanges } from './history.server'

export const loader = page(async ({ actor, db }) => {
  insist(mayKeepOrganisation(actor))
  const reasons = await listAllReasons(db)
  return {
    reasons: reasons.map(({ id, usedFor, label, retiredAt }) => ({
      ...{ id, usedFor, label },
      retiredOn: retiredAt === null ? null : wareki(dayOf(retiredAt)),
    })),
    history: await listReasonChanges(db, reasons),
  }
})

export const meta: MetaFunction = () => titled('理由コード')

export default function ReasonsPage() {
  const { reasons, history } = useLoaderData<typeof loader>()
  return (
    <Page
      title="理由コード"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '理由コード' },
      ]}
    >
      <p>
        実施できない、受け付けない、採用しないときに選ぶ理由です。名前を変えても廃止しても、前に選ばれた理由の表示は、その日の名前のまま残ります。
      </p>
      {reasonUses.map((usedFor) => (
        <ReasonSection
          key={usedFor}
          id={usedFor}
          title={reasonUseLabels[usedFor]}
          reasons={reasons.filter((reason) => reason.usedFor === usedFor)}
          newHref={paths.newReason({ for: usedFor })}
          hrefs={{
            edit: paths.reasonEdit,
            move: paths.reasonMove,
            retire: paths.reasonRetirement,
            resume: paths.reasonResumption,
          }}
        />
      ))}
      <SettingHistory lines={history} />
    </Page>
  )
}
