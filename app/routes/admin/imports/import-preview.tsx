import type { ImportFacts } from '#app/domain/transfer/import'
import { endingWords } from '#app/domain/transfer/list'
import { outcomeLabels } from '#app/ui/admin/import-labels'
import { PreviewLines, type ShownLine } from '#app/ui/admin/preview-lines'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { paths } from '#app/web/paths'

const sections = ['error', 'changed', 'added', 'missing'] as const

type Facts = Pick<ImportFacts, 'id' | 'list' | 'rows' | 'counts'>

/** What would happen, before anything does. */
export function Preview({
  facts,
  lines,
}: {
  facts: Facts
  lines: Readonly<Record<(typeof sections)[number], readonly ShownLine[]>>
}) {
  const { id, counts } = facts
  const ending = endingWords[facts.list]
  return (
    <>
      <ul className="flex flex-wrap gap-x-6" aria-label="ファイルと今の登録の違い">
        <li className="figures py-2">ファイル {facts.rows.toLocaleString('ja-JP')}行</li>
        {([...sections, 'unchanged'] as const).map((outcome) => (
          <li key={outcome}>
            {counts[outcome] > 0 ? (
              <a href={paths.importLines(id, { outcome })} className="nav-link figures">
                {countWords(outcome, counts)}
              </a>
            ) : (
              <span className="nav-link figures">{countWords(outcome, counts)}</span>
            )}
          </li>
        ))}
      </ul>
      <Actions>
        <ButtonLink href={paths.importApplication(id)}>反映へ進む</ButtonLink>
        {counts.error > 0 && (
          <ButtonLink kind="secondary" href={paths.importErrors(id)}>
            エラーの行をCSVで保存する
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.importMapping(id)}>
          見出しの対応を変える
        </ButtonLink>
        <form method="post" action={paths.importDiscard(id)}>
          <Button kind="secondary">取り込みをやめる</Button>
        </form>
      </Actions>
      {sections.map(
        (outcome) =>
          lines[outcome].length > 0 && (
            <section key={outcome} className="flow" aria-labelledby={outcome}>
              <h2 id={outcome}>{countWords(outcome, counts)}</h2>
              {outcome === 'missing' && (
                <p>
                  今は登録があり、このファイルにはないものです。
                  {ending &&
                    `何もしなければ、そのまま残ります。反映のときに選ぶと、${ending}ことができます。`}
                </p>
              )}
              <PreviewLines outcome={outcome} lines={lines[outcome]} captionHidden />
              {counts[outcome] > lines[outcome].length && (
                <p>
                  <a href={paths.importLines(id, { outcome })} className="nav-link">
                    すべて見る（{countWords(outcome, counts)}）
                  </a>
                </p>
              )}
            </section>
          ),
      )}
    </>
  )
}

function countWords(outcome: keyof Facts['counts'], counts: Facts['counts']): string {
  return `${outcomeLabels[outcome]} ${counts[outcome].toLocaleString('ja-JP')}件`
}
