import { Button, ButtonLink } from '#app/ui/form/actions'
import { paths } from '#app/web/paths'

const lookEveryMs = 1_500

/** How far the comparison has come. Looks again by itself, by script or, without one, by loading the page anew. */
export function Working({ id, progress, isStalled }: { id: number; progress: number; isStalled: boolean }) {
  if (isStalled) {
    return (
      <form method="post" action={paths.importPreview(id)} className="flow">
        <p>確認が途中で止まりました。何も変わっていません。</p>
        <Button>もう一度確かめる</Button>
      </form>
    )
  }
  return (
    <div className="flow" data-follow={lookEveryMs}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p role="status" className="figures">
        今の登録と比べています（{progress.toLocaleString('ja-JP')}行まで済みました）。
      </p>
      <p>このページを閉じても続きます。結果は「これまでの取り込み」から見られます。</p>
      <ButtonLink kind="secondary" href={paths.import(id)}>
        今の状態を見る
      </ButtonLink>
    </div>
  )
}
