import type { Known } from './fault'
import { goesOn } from './lines'
import type { Former, Line, Reorganisation } from './reorganisation'

const namedOneByOne = 5

/** Sections of a 部 that ends which no line of the plan ends; `parentId` is the bureau of the eve. */
function sectionsLeft(
  { lines, effectiveOn }: Reorganisation,
  { id }: Former,
  known: Iterable<Known>,
): Known[] {
  const ending = new Set(
    lines.flatMap((line) => line.formers.filter((former) => !goesOn(line, former)).map((one) => one.id)),
  )
  return [...known].filter(
    (one) =>
      one.parentId === id && (one.validTo === null || one.validTo >= effectiveOn) && !ending.has(one.id),
  )
}

/** 課 that go along with a 部 that is only called otherwise: they keep name, code, people and all that they do. */
export function sectionsAlong(
  plan: Reorganisation,
  line: Line,
  departments: ReadonlyMap<number, Known>,
): Known[] {
  if (line.kind !== 'rename') return []
  return line.formers.flatMap((former) => sectionsLeft(plan, former, departments.values()))
}

/** A 部 that ends otherwise cannot leave sections behind: each of them needs a line of its own, in sentences. */
export function bureausLeftBehind(plan: Reorganisation, departments: ReadonlyMap<number, Known>): string[] {
  const ending = plan.lines.flatMap((line) =>
    line.kind === 'rename' ? [] : line.formers.filter((former) => !goesOn(line, former)),
  )
  return ending.flatMap((former) => {
    const left = sectionsLeft(plan, former, departments.values())
    if (left.length === 0) return []
    const names = left.slice(0, namedOneByOne).map((one) => one.name)
    const more = left.length > namedOneByOne ? `など${left.length}課` : ''
    return [
      `${former.name}が終わりますが、${names.join('、')}${more}が残ります。これらの課の行も加えてください。`,
    ]
  })
}
