import { RuleBroken } from '../errors'

/*
 * Lists that come from other systems of the city hall: staff, departments, 事務事業. They are brought in by code, as
 * often as one likes: a line that is there already is brought up to date, a line that is gone from the list stays.
 */

/** Far below the number of parameters that either database accepts in a statement. */
const linesPerStatement = 500

export function inBatches<Line>(lines: readonly Line[]): Line[][] {
  const batches: Line[][] = []
  for (let start = 0; start < lines.length; start += linesPerStatement) {
    batches.push(lines.slice(start, start + linesPerStatement))
  }
  return batches
}

/** Throws RuleBroken when two lines of one list say the same key: it is not for us to choose between them. */
export function insistOnDistinct<Line>(
  what: string,
  lines: readonly Line[],
  keyOf: (line: Line) => string,
): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const key = keyOf(line)
    if (seen.has(key)) throw new RuleBroken(`${what}「${key}」が2行以上あります。`)
    seen.add(key)
  }
}

/** Throws RuleBroken when a line ends before it begins. */
export function insistOnOrder(
  what: string,
  lines: readonly { validFrom: string; validTo: string | null }[],
): void {
  const reversed = lines.find(({ validFrom, validTo }) => validTo !== null && validTo < validFrom)
  if (reversed) {
    throw new RuleBroken(
      `${what}の終わりの日（${reversed.validTo}）が始まりの日（${reversed.validFrom}）より前です。`,
    )
  }
}

/** The key of a code. Throws RuleBroken naming the code that no earlier list had. */
export function idOf(what: string, ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code)
  if (id === undefined) throw new RuleBroken(`${what}「${code}」が見つかりません。先に取り込んでください。`)
  return id
}
