import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayPrepare } from '#app/domain/committees/policy'
import { isSittingOver, nameOfSitting, sittingBodies, stepAt, stepsOf } from '#app/domain/committees/sitting'
import { listSittings } from '#app/domain/committees/sittings.server'
import { warekiWithWeekday } from '#app/domain/calendar'
import { listOpenCampaigns } from '#app/domain/campaigns/campaigns.server'
import { isSecretariat } from '#app/domain/organisation/actor'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, today }) => ({
  sittings: (await listSittings(db, actor)).map((sitting) => ({
    id: sitting.id,
    name: nameOfSitting(sitting),
    heldOn: sitting.heldOn,
    place: sitting.place,
    items: sitting.items,
    unresolved: sitting.unresolved,
    step: isSittingOver(sitting, sitting.unnotified)
      ? '終了'
      : (stepsOf(sitting.body)[stepAt(sitting) - 1] ?? ''),
  })),
  mayPlan: sittingBodies.some((body) => mayPrepare(actor, body).ok),
  rubrics: isSecretariat(actor)
    ? (await listOpenCampaigns(db, today)).map(({ id, name }) => ({ href: paths.rubric(id), name }))
    : [],
}))

export const meta: MetaFunction = () => titled('会議')

export default function SittingsPage() {
  const { sittings, mayPlan, rubrics } = useLoaderData<typeof loader>()
  const plan = mayPlan && <ButtonLink href={paths.newSitting()}>会議を予定する</ButtonLink>
  return (
    <Page
      title="会議"
      actions={
        <>
          {sittings.length > 0 && plan}
          {rubrics.map(({ href, name }) => (
            <ButtonLink key={href} href={href} kind="secondary">
              採点表（{name}）
            </ButtonLink>
          ))}
        </>
      }
    >
      {sittings.length === 0 ? (
        <Empty action={plan}>予定した会議はまだありません。</Empty>
      ) : (
        <ItemList
          label="会議"
          items={sittings.map((sitting) => ({
            key: sitting.id,
            href: paths.sitting(sitting.id),
            title: `${sitting.name}（${warekiWithWeekday(sitting.heldOn)}）`,
            meta: [sitting.place, `議題${sitting.items}件`].filter(Boolean).join('　'),
            chip: (
              <span>
                {sitting.step}
                {sitting.unresolved > 0 && `　結果の記録前 ${sitting.unresolved}件`}
              </span>
            ),
          }))}
        />
      )}
    </Page>
  )
}
