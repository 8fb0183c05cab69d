import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayAudit, mayKeepAccounts } from '#app/domain/accounts/policy'
import { maySeeStorage } from '#app/domain/attachments/policy'
import { insist } from '#app/domain/errors'
import { mayKeepOrganisation, mayKeepRetention } from '#app/domain/organisation/policy'
import { ItemList } from '#app/ui/item-list'
import { Page } from '#app/ui/page'
import { site } from '#app/web/connections.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor }) => {
  insist(mayKeepOrganisation(actor))
  return {
    mayAudit: mayAudit(actor).ok,
    keepsRetention: mayKeepRetention(actor).ok,
    seesStorage: maySeeStorage(actor).ok,
    keepsSignIn: site().provider !== undefined && mayKeepAccounts(actor).ok,
  }
})

export const meta: MetaFunction = () => titled('管理')

export default function AdminPage() {
  const { mayAudit: audits, keepsRetention, keepsSignIn, seesStorage } = useLoaderData<typeof loader>()
  return (
    <Page title="管理" crumbs={[{ href: paths.home(), label: 'ホーム' }, { label: '管理' }]}>
      <ItemList
        label="管理の仕事"
        items={[
          {
            key: 'people',
            href: paths.people(),
            title: '職員、発令、名簿、アカウント',
            meta: '職員を探して、発令や任期を登録し、何ができるかと理由を確かめます',
          },
          {
            key: 'departments',
            href: paths.keptDepartments(),
            title: '所属',
            meta: '部・課を探して、職員と所属長を確かめ、登録し、所属長の代理を決めます',
          },
          {
            key: 'reorganisations',
            href: paths.reorganisations(),
            title: '組織改正',
            meta: '改称、分割、統合、廃止、新設を、移るものを確かめてから、施行日の前に予定します',
          },
          {
            key: 'bodies',
            href: paths.bodies(),
            title: '会議体',
            meta: '今日の名簿を確かめ、定数と定足数を決めます',
          },
          {
            key: 'years',
            href: paths.years(),
            title: '年度',
            meta: '年度を開いて準備し、事務事業を引き継ぎ、目標、数え方、期限を決め、終わった年度を確定します',
          },
          {
            key: 'campaigns',
            href: paths.campaigns(),
            title: '募集',
            meta: '職員提案の募集を登録し、期間、課題、採点表を決めます',
          },
          {
            key: 'reasons',
            href: paths.reasons(),
            title: '理由コード',
            meta: '実施できない、受け付けない、採用しないときに選ぶ理由を決めます',
          },
          {
            key: 'imports',
            href: paths.imports(),
            title: 'CSVの取り込みと書き出し',
            meta: '職員、所属、発令、事務事業、会議体の名簿を、確かめてから反映します',
          },
          {
            key: 'gaps',
            href: paths.gaps(),
            title: '組織の抜け',
            meta: '所属長のいない課、名簿の足りない会議体、発令のない職員を、今日とこれからの日について確かめます',
          },
          ...(keepsSignIn
            ? [
                {
                  key: 'sign-in-rules',
                  href: paths.signInRules(),
                  title: 'サインインの方法',
                  meta: 'シングルサインオンで、利用者IDをどうひも付け、パスワードをだれに認めるか',
                },
              ]
            : []),
          ...(keepsRetention
            ? [
                {
                  key: 'retention',
                  href: paths.retention(),
                  title: '保存期間',
                  meta: 'お知らせ、取り込んだファイル、取り下げた提案の資料、下書きの保存期間を決め、過ぎたものを確かめてから廃棄します',
                },
              ]
            : []),
          ...(seesStorage
            ? [
                {
                  key: 'files',
                  href: paths.storage(),
                  title: '写真と資料の受け取り',
                  meta: 'ウイルスの検査が動いているか、どれだけ送れて、どれだけ保存しているか',
                },
              ]
            : []),
          ...(audits
            ? [
                {
                  key: 'log',
                  href: paths.log(),
                  title: '監査ログ',
                  meta: 'いつ、だれが、何をしたか。書き換えられていないことを確かめます',
                },
              ]
            : []),
        ]}
      />
    </Page>
  )
}
