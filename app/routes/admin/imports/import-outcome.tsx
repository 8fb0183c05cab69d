import type { ImportFacts } from '#app/domain/transfer/import'
import { ButtonLink } from '#app/ui/form/actions'
import { SummaryList } from '#app/ui/summary-list'
import { paths } from '#app/web/paths'

interface OutcomeProps {
  step: 'applied' | 'undone' | 'discarded' | 'failed'
  facts: Pick<ImportFacts, 'id' | 'list' | 'counts' | 'failure' | 'appliedBy' | 'endedMissing'>
  applied: string | null
  undoUntil: string | null
  mayUndo: boolean
}

/** What became of it. */
export function Outcome({ step, facts, applied, undoUntil, mayUndo }: OutcomeProps) {
  const { id, counts } = facts
  const another = (
    <ButtonLink kind="secondary" href={paths.newImport({ list: facts.list })}>
      ほかのファイルを取り込む
    </ButtonLink>
  )
  if (step === 'failed' || step === 'discarded') {
    return (
      <div className="flow">
        <p>{step === 'failed' ? facts.failure : 'この取り込みはやめました。何も変えていません。'}</p>
        {another}
      </div>
    )
  }
  return (
    <div className="flow">
      <p>
        {step === 'undone'
          ? '元に戻しました。今の登録は、反映する前と同じです。'
          : `${(counts.added + counts.changed).toLocaleString('ja-JP')}件を反映しました。`}
      </p>
      <SummaryList
        empty="なし"
        rows={[
          { label: '反映', value: [applied, facts.appliedBy ?? 'コマンド'].join('　') },
          { label: '追加', value: `${counts.added}件` },
          { label: '変更', value: `${counts.changed}件` },
          {
            label: 'ファイルにない',
            value: `${counts.missing}件${facts.endedMissing ? '（終わりにしました）' : '（そのまま残しました）'}`,
          },
          { label: '除いたエラー', value: counts.error > 0 && `${counts.error}件` },
        ]}
      />
      <div className="flex flex-wrap items-center gap-3">
        {another}
        {counts.error > 0 && (
          <ButtonLink kind="secondary" href={paths.importErrors(id)}>
            エラーの行をCSVで保存する
          </ButtonLink>
        )}
        {mayUndo && (
          <ButtonLink kind="secondary" href={paths.importUndo(id)}>
            この取り込みを元に戻す（{undoUntil}まで）
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
