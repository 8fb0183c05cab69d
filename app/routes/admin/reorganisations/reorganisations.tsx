import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { listReorganisations } from '#app/domain/reorganisation/lookup.server'
import { stateOf } from '#app/domain/reorganisation/reorganisation'
import { ReorganisationChip } from '#app/ui/admin/reorganisation-chip'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => {
  insist(mayKeepOrganisation(actor))
  const plans = await listReorganisations(db)
  return plans.map((plan) => ({ ...plan, state: stateOf(plan, today) }))
})

export const meta: MetaFunction = () => titled('組織改正')

export default function ReorganisationsPage() {
  const plans = useLoaderData<typeof loader>()
  return (
    <Page
      title="組織改正"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.admin(), label: '管理' },
        { label: '組織改正' },
      ]}
      actions={<ButtonLink href={paths.newReorganisation()}>組織改正の案を作る</ButtonLink>}
    >
      <p>
        改称、分割、統合、廃止、新設を、施行日の前に用意します。予定した組織改正は、施行日の午前0時に切り替わります。それまでは取り消せます。
      </p>
      {plans.length === 0 ? (
        <Empty>まだ組織改正はありません。</Empty>
      ) : (
        <ItemList
          label="組織改正（施行日の新しい順に50件まで）"
          items={plans.map(({ id, name, effectiveOn, changed, state }) => ({
            key: id,
            href: paths.reorganisation(id),
            title: name,
            meta: `${wareki(effectiveOn)}施行　${wareki(dayOf(changed.at))}更新`,
            chip: <ReorganisationChip state={state} />,
          }))}
        />
      )}
    </Page>
  )
}
