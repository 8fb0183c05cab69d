import { fiscalYearLabel } from '#app/domain/calendar'
import type { ImplementationStatus } from '#app/domain/proposals/decision'
import { Chip } from '#app/ui/chip'
import { type Effect, effectWords } from '#app/ui/effect-words'
import { Highlighted } from '#app/ui/highlighted'
import { ItemList } from '#app/ui/item-list'
import { statusLabels } from '#app/ui/words'

interface ImprovementListProps {
  rows: readonly (Effect & {
    id: number
    fiscalYear: number
    title: string
    excerpt: string
    authors: string
    state: string
    copies: number
    departmentName: string
    photoId: number | null
    photoDescription: string | null
  })[]
  /** What was searched for. */
  words: readonly string[]
  hrefOf: (id: number) => string
  thumbnailOf: (photoId: number) => string
}

export function ImprovementList({ rows, words, hrefOf, thumbnailOf }: ImprovementListProps) {
  return (
    <ItemList
      label="改善事例"
      items={rows.map((row) => ({
        key: row.id,
        href: hrefOf(row.id),
        title: <Highlighted text={row.title} words={words} />,
        picture: row.photoId !== null && (
          <img
            src={thumbnailOf(row.photoId)}
            alt={row.photoDescription ?? ''}
            className="photo-small"
            loading="lazy"
          />
        ),
        meta: `${fiscalYearLabel(row.fiscalYear)}　${row.departmentName}${row.authors && `　${row.authors}`}`,
        chip: isCarriedOut(row.state) ? undefined : <Chip tone="progress">{stateLabel(row.state)}</Chip>,
        children: (
          <>
            <p>
              <Highlighted text={row.excerpt} words={words} />
            </p>
            <EffectLine effect={row} />
            {row.copies > 0 && <p className="secondary">{row.copies}つの課が取り入れています</p>}
          </>
        ),
      }))}
    />
  )
}

export function stateLabel(state: string): string {
  return statusLabels[state as ImplementationStatus]
}

/** The ordinary case, which needs no word. */
function isCarriedOut(state: string): boolean {
  return state === 'implemented' || state === 'verified'
}

function EffectLine({ effect }: { effect: Effect }) {
  const words = effectWords(effect)
  return words ? <p className="secondary">1年間の効果　{words}</p> : null
}
