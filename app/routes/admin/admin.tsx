import type { MetaFunction } from '@remix-run/node'
import { insist } from '#app/domain/errors'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor }) => {
  insist(mayKeepOrganisation(actor))
  return null
})

export const meta: MetaFunction = () => titled('管理')

export default function AdminPage() {
  return (
    <Page title="管理" crumbs={[{ href: paths.home(), label: 'ホーム' }, { label: '管理' }]}>
      <ItemList
        label="管理の仕事"
        items={[
          {
            key: 'imports',
            href: paths.imports(),
            title: 'CSVの取り込みと書き出し',
            meta: '職員、所属、発令、事務事業、会議体の名簿を、確かめてから反映します',
          },
        ]}
      />
    </Page>
  )
}
