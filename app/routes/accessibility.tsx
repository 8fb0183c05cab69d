import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/ui/page'
import { site } from '#app/web/connections.server'
import { openPage } from '#app/web/page.server'
import { titled } from '#app/web/title'

export const loader = openPage(async () => ({ contact: site().contact }))

export const meta: MetaFunction = () => titled('ウェブアクセシビリティ方針')

/** Says what was tested and what was not: no conformance is claimed that nobody has verified. */
export default function AccessibilityPage() {
  const { contact } = useLoaderData<typeof loader>()
  return (
    <Page title="ウェブアクセシビリティ方針">
      <section className="flow">
        <h2>目標</h2>
        <p>
          JIS X 8341-3:2016の適合レベルAAに準拠することを目標とします。あわせて、WCAG
          2.2のレベルAで加わった基準とレベルAAで加わった基準にも応えます。対象は、このシステムのすべてのページと印刷用のページです。
        </p>
      </section>
      <section className="flow">
        <h2>どのように作っているか</h2>
        <ul>
          <li>
            マウスを使わなくても、キーボードですべての操作ができます。今どこにいるかは太い枠で示します。
          </li>
          <li>JavaScriptを使えない設定でも、すべての手続きができます。</li>
          <li>文字を400％まで拡大しても、横に動かさずに読めます。数字の表だけは、表の中で横に動かせます。</li>
          <li>状態は色だけでなく、必ず言葉で示します。図には同じ数字の表を付けます。</li>
          <li>
            入力の誤りは、ページの初めと項目のそばの両方に、直し方を文で示します。入力した内容は消しません。
          </li>
          <li>しばらく操作がなくてサインアウトしても、送信しようとした内容はサインインし直すと戻ります。</li>
        </ul>
      </section>
      <section className="flow">
        <h2>どのように確かめているか</h2>
        <ul>
          <li>
            検査プログラム（axe-core）で、ページと状態ごとに、幅1093ピクセルと320ピクセルの画面を検査しています。
          </li>
          <li>
            主な手続きを、キーボードだけの操作と、JavaScriptを使わない設定で、自動の試験に含めています。
          </li>
        </ul>
        <p>
          検査プログラムで分かるのは問題の一部です。JISに基づく試験（達成基準ごとの人による確認）と、画面読み上げソフトを使う職員による確認は、まだ行っていません。このため「準拠」「一部準拠」の表示はしていません。
        </p>
      </section>
      <section className="flow">
        <h2>分かっている制約</h2>
        <ul>
          <li>
            グラフの線や棒は、画面読み上げソフトでは1つの図として読まれます。値は、すぐ下の表で確かめてください。
          </li>
          <li>古いブラウザーでは、選んだ答えに応じて開く質問が、初めから開いて表示されます。</li>
        </ul>
      </section>
      <section className="flow">
        <h2>ご意見</h2>
        <p>
          使いにくいところは、{contact}へお知らせください。紙や電話など、ほかの方法での手続きにも応じます。
        </p>
      </section>
    </Page>
  )
}
