import { isValidOn } from '../organisation/validity'
import type { Known } from './fault'
import { goesOn } from './lines'
import type { Reorganisation } from './reorganisation'

const namedOneByOne = 5

/** A 部 cannot end while sections of it go on: each of them needs a line of its own, in sentences. */
export function bureausLeftBehind(
  { lines, effectiveOn }: Reorganisation,
  departments: ReadonlyMap<number, Known>,
): string[] {
  const ending = lines.flatMap((line) => line.formers.filter((former) => !goesOn(line, former)))
  const endingIds = new Set(ending.map(({ id }) => id))
  return ending.flatMap(({ id, name }) => {
    const left = [...departments.values()].filter(
      (one) => one.parentId === id && isValidOn(one, effectiveOn) && !endingIds.has(one.id),
    )
    if (left.length === 0) return []
    const names = left.slice(0, namedOneByOne).map((one) => one.name)
    const more = left.length > namedOneByOne ? `など${left.length}課` : ''
    return [`${name}が終わりますが、${names.join('、')}${more}が残ります。これらの課の行も加えてください。`]
  })
}
