import { dayOf, warekiShort } from '#app/domain/calendar'
import type { ShownMemo } from '#app/domain/memos/shown'
import { Chip } from '#app/ui/chip'
import { ItemList } from '#app/ui/item-list'
import { grownInWords, nameInWords, sharingInWords } from './memo-words'

interface MemoListProps {
  label: string
  memos: readonly ShownMemo[]
  /** Whose page it is: one's own name need not be told. */
  readerId: number
  hrefs: { memo: (id: number) => string; thumbnail: (id: number) => string }
}

/** Memos to open, each with its photo, and who thinks along. */
export function MemoList({ label, memos, readerId, hrefs }: MemoListProps) {
  return (
    <ItemList
      label={label}
      items={memos.map((memo) => ({
        key: memo.id,
        href: hrefs.memo(memo.id),
        title: memo.text,
        meta: metaOf(memo, readerId),
        picture: memo.photo && (
          <img
            src={hrefs.thumbnail(memo.photo.id)}
            alt={memo.photo.description}
            className="photo-small"
            loading="lazy"
          />
        ),
        chip: memo.grown && <Chip tone="good">{memo.grown.into === 'practice' ? '報告に' : '提案に'}</Chip>,
      }))}
    />
  )
}

function metaOf(memo: ShownMemo, readerId: number): string {
  const { writer, writtenAt, companions, grown } = memo
  return [
    writer.personId === readerId ? null : nameInWords(writer),
    warekiShort(dayOf(writtenAt)),
    grown ? grownInWords(grown) : sharingInWords(memo),
    companions.length > 0 && `いっしょに考える人 ${companions.length}人`,
  ]
    .filter(Boolean)
    .join('　')
}
