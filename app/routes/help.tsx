import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fiscalYearLabel, fiscalYearOf } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import { RuleBroken } from '#app/domain/errors'
import { findFiscalYear } from '#app/domain/organisation/fiscal-years.server'
import { ButtonLink } from '#app/ui/form/actions'
import { Page } from '#app/ui/page'
import { DataTable } from '#app/ui/table'
import { site } from '#app/web/connections.server'
import { openPage } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = openPage(async ({ db, today }) => {
  const year = fiscalYearOf(today)
  return { year, rules: await findRules(db, year), contact: site().contact }
})

export const meta: MetaFunction = () => titled('使い方')

export default function HelpPage() {
  const { year, rules, contact } = useLoaderData<typeof loader>()
  return (
    <Page title="使い方">
      <Purpose />
      <Doors />
      <Examples />
      <NinetySeconds />
      {rules && (
        <section className="flow">
          <h2>だれが、いつまでに応えるか（{fiscalYearLabel(year)}）</h2>
          <DataTable
            caption="応える人と期限"
            captionHidden
            columns={[
              { key: 'act', label: '何を', cell: ({ act }) => act },
              { key: 'who', label: 'だれが', cell: ({ who }) => who },
              { key: 'when', label: 'いつまでに', cell: ({ when }) => when },
            ]}
            rows={deadlines(rules)}
            keyOf={({ act }) => act}
          />
          <p>
            提案と報告のページには、今の段階、次に動く人、期限、決まったこととその理由がいつも出ています。
          </p>
        </section>
      )}
      <section className="flow">
        <h2>困ったとき</h2>
        <p>{contact}へお尋ねください。紙の用紙での提案や報告も受け付けます。</p>
      </section>
    </Page>
  )
}

function Purpose() {
  return (
    <section className="flow">
      <h2>一人一改善とは</h2>
      <p className="text-std-20B-150">今と未来をつなげる「有言実行」 ～30年後も歩み続ける 所沢のために～</p>
      <p>
        「行政経営のための職員行動ガイドライン」を形にする仕組みです。一人ひとりが自分の仕事を改善し（一人一改善）、ほかの課の仕事にも自分事として提案し（職員提案制度）、提案を受けた課は前向きに検討します。
      </p>
      <blockquote className="border-l-4 border-solid-gray-420 pl-4">
        <p>行動目標3　何事も自分事として考え、新たなことに挑戦する</p>
        <p>
          各所属は、改革改善等提案された内容については、前向きに検討する。職員は、他所属の仕事であっても自分事としてとらえるよう努めるとともに、新たな課題にも挑戦する。
        </p>
      </blockquote>
    </section>
  )
}

function Doors() {
  return (
    <section className="flow">
      <h2>入口は2つです</h2>
      <div className="columns">
        <div className="card flow">
          <h3>もう実施した改善を報告する</h3>
          <p>
            自分の仕事で変えたことを、1ページで報告します。3分ほどです。所属長が確認すると、全職員の改善事例に載ります。
          </p>
          <ButtonLink href={paths.newPractice()}>改善を報告する</ButtonLink>
        </div>
        <div className="card flow">
          <h3>これからの改善を提案する</h3>
          <p>
            自分ひとりでは変えられないこと、ほかの課の仕事のことを提案します。1人でもグループでもかまいません。書きかけは下書きに残ります。
          </p>
          <ButtonLink href={paths.newProposal()} kind="secondary">
            提案を書く
          </ButtonLink>
        </div>
      </div>
      <p>
        まだ形にならない気づきは、<a href={paths.memos()}>気づきメモ</a>
        に1行と写真で残せます。見られるのは、共有するまで自分だけです。
      </p>
    </section>
  )
}

function Examples() {
  return (
    <section className="flow">
      <h2>こんなことで十分です</h2>
      <ul>
        <li>
          報告の例：窓口でよく聞かれる5つの質問をカードにして、記入台に置いた。案内が1件あたり2分短くなった。
        </li>
        <li>提案の例：別々の課が集めている転入者の書類を、最初の窓口で1枚にまとめてはどうか。</li>
        <li>ICTの例：毎月の集計の転記をRPAに任せ、月6時間を相談の時間に回した。</li>
      </ul>
    </section>
  )
}

function NinetySeconds() {
  return (
    <section className="flow">
      <h2>90秒で最初の1件</h2>
      <ol>
        <li>ホームの「改善を報告する」を押します。</li>
        <li>何を変えたか、何がよくなったかを、ひとことずつ書きます。</li>
        <li>関係する事務事業を選びます。分からなければ「分からない」を選ぶと、所属長が選びます。</li>
        <li>「報告する」を押すと、受付番号が出ます。これで終わりです。</li>
      </ol>
      <p>効果の時間や金額は、分かるときだけで結構です。件数のノルマや順位はありません。</p>
    </section>
  )
}

interface Rules {
  receiveWithinWorkingDays: number
  answerWithinDays: number
  noticeWithinDays: number
  confirmWithinDays: number
}

/** Before the first year is opened there is nothing to promise. */
async function findRules(db: Db, year: number): Promise<Rules | null> {
  try {
    return await findFiscalYear(db, year)
  } catch (error) {
    if (error instanceof RuleBroken) return null
    throw error
  }
}

function deadlines(rules: Rules) {
  return [
    { act: '改善の報告を確認する', who: '所属長', when: `報告から${rules.confirmWithinDays}日以内` },
    { act: '提案を受け付ける', who: '事務局', when: `提出から${rules.receiveWithinWorkingDays}開庁日以内` },
    {
      act: '検討の結果を答える',
      who: '提案を受けた課の所属長',
      when: `照会から${rules.answerWithinDays}日以内`,
    },
    { act: '採否を決める', who: '事務改善委員会、大局的なものは政策会議', when: '会議の日' },
    { act: '結果と理由を知らせる', who: '事務局', when: `決定から${rules.noticeWithinDays}日以内` },
  ]
}
