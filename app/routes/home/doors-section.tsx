import type { NewImprovement } from '#app/domain/home.server'
import type { Worklist } from '#app/domain/worklist'
import { ButtonLink } from '#app/ui/form/actions'
import { ItemList } from '#app/ui/item-list'
import { paths } from '#app/web/paths'

interface DoorsSectionProps {
  drafts: Worklist['drafts']
  /** For whoever has not written anything yet. */
  beginning: { examples: readonly NewImprovement[] } | null
}

/** The two doors: what is done already, and what could be done. */
export function DoorsSection({ drafts, beginning }: DoorsSectionProps) {
  return (
    <section className="flow" aria-labelledby="doors">
      <h2 id="doors">改善を伝える</h2>
      {beginning && <p>最初の1件は、今日変えた小さなことで十分です。</p>}
      <div className="grid gap-4 md:grid-cols-2">
        <div className="card">
          <h3>もう実施した改善を報告する</h3>
          <p className="mb-2">1ページ、3分ほど。小さな改善も歓迎です。</p>
          <Door href={paths.newPractice()} kind="primary" label="改善を報告する" drafts={drafts.practices} />
        </div>
        <div className="card">
          <h3>これからの改善を提案する</h3>
          <p className="mb-2">他の課のことでもかまいません。途中で保存できます。</p>
          <Door href={paths.newProposal()} kind="secondary" label="提案を書く" drafts={drafts.proposals} />
        </div>
      </div>
      <p>
        <a href={paths.memos()} className="nav-link">
          まだ形にならない気づきを、1行でメモする
        </a>
      </p>
      {beginning && beginning.examples.length > 0 && (
        <>
          <h3>同じ課の改善の例</h3>
          <ItemList
            label="同じ課の改善の例"
            items={beginning.examples.map(({ id, title }) => ({
              key: id,
              href: paths.improvement(id),
              title,
            }))}
          />
        </>
      )}
    </section>
  )
}

interface DoorProps {
  href: string
  kind: 'primary' | 'secondary'
  label: string
  drafts: number
}

function Door({ href, kind, label, drafts }: DoorProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <ButtonLink href={href} kind={kind}>
        {label}
      </ButtonLink>
      {drafts > 0 && (
        <a href={paths.contributions()} className="nav-link">
          下書きの続き（{drafts}件）
        </a>
      )}
    </div>
  )
}
