import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { warekiShort } from '#app/domain/calendar'
import { listDelegations } from '#app/domain/organisation/delegations.server'
import { Empty } from '#app/ui/empty'
import { Button, ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { loadDelegating } from './delegating.server'

export const loader = page(async (args) => {
  const department = await loadDelegating(args)
  return { department, delegations: await listDelegations(args.db, department.id, args.today) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`所属長の代理：${data?.department.name ?? ''}`)

const states = {
  coming: '予定',
  running: '今',
  lapsed: '異動のため止まっています',
  over: '終わり',
} as const

export default function DelegationsPage() {
  const { department, delegations } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`所属長の代理：${department.name}`}
      heading="所属長の代理"
      crumbs={[{ href: paths.department(department.id), label: department.name }, { label: '所属長の代理' }]}
      meta={<span>{department.name}</span>}
      actions={<ButtonLink href={paths.newDelegation(department.id)}>代理を決める</ButtonLink>}
    >
      <p>
        代理の人は、期間中、所属長と同じように検討に回答し、報告を確認できます。記録には「髙橋（代理　佐藤）」のように両方の名前が残ります。
      </p>
      {delegations.length === 0 ? (
        <Empty>代理を決めたことはありません。</Empty>
      ) : (
        <DataTable
          caption="新しい順"
          rows={delegations}
          keyOf={({ id }) => id}
          isCurrent={({ state }) => state === 'running'}
          columns={[
            { key: 'delegate', label: '代理の人', cell: ({ delegateName }) => delegateName },
            { key: 'head', label: '所属長', cell: ({ headName }) => headName },
            { key: 'from', label: '初日', cell: ({ validFrom }) => warekiShort(validFrom) },
            { key: 'to', label: '末日', cell: ({ validTo }) => warekiShort(validTo) },
            { key: 'state', label: '状態', cell: ({ state }) => states[state] },
            {
              key: 'end',
              label: '操作',
              cell: ({ id, delegateName, state }) =>
                state === 'over' ? (
                  '－'
                ) : (
                  <form method="post" action={paths.delegationEnd(id)}>
                    <Button kind="text" hidden={delegateName}>
                      {state === 'coming' ? '取り消す' : '今すぐ終える'}
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
    </Page>
  )
}
