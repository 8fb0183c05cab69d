/** A 事務事業 of a year by what tells the kind of its work. */
export interface NamedProject {
  readonly projectId: number
  readonly name: string
  readonly departmentId: number
  readonly measureCode: string | null
}

/** From here on two names tell of the same kind of work: 「斎場設備更新事業」 and 「配水場設備更新事業」. */
const alike = 0.3
/** Enough where both serve the same 施策: 「公共下水道整備事業」 and 「下水道維持管理事業」. */
const alikeInMeasure = 0.2

/** What nearly every name ends with says nothing. */
const ending = /(?:事業|事務|業務)$/

/**
 * Which 事務事業 of a year are of the same kind as one of them: itself, those whose names are alike, and of the same 施策
 * those whose names are somewhat alike. Names are compared by their pairs of characters (a cosine of 0 to 1), a pair
 * weighing the more the fewer names have it, so that 「推進」 makes nothing alike.
 */
export function kinAmong(all: readonly NamedProject[]): (projectId: number) => readonly number[] {
  const pairs = all.map(({ name }) => pairsOf(name))
  const having = new Map<string, number[]>()
  for (const [at, found] of pairs.entries()) {
    for (const pair of found) {
      const others = having.get(pair)
      if (others) others.push(at)
      else having.set(pair, [at])
    }
  }
  const weigh = (pair: string) => Math.log(1 + all.length / (having.get(pair)?.length ?? 1)) ** 2
  const lengths = pairs.map((found) => Math.sqrt([...found].reduce((sum, pair) => sum + weigh(pair), 0)))
  const placeOf = new Map(all.map(({ projectId }, at) => [projectId, at]))

  return (projectId) => {
    const place = placeOf.get(projectId)
    const own = place === undefined ? undefined : all[place]
    if (place === undefined || !own) return [projectId]
    const products = new Map<number, number>()
    for (const pair of pairs[place] ?? []) {
      const weight = weigh(pair)
      for (const at of having.get(pair) ?? []) products.set(at, (products.get(at) ?? 0) + weight)
    }
    const kin = [...products].flatMap(([at, product]) => {
      const other = all[at]
      if (!other || at === place) return []
      const likeness = product / ((lengths[place] ?? 1) * (lengths[at] ?? 1))
      const sameMeasure = own.measureCode !== null && own.measureCode === other.measureCode
      return likeness >= (sameMeasure ? alikeInMeasure : alike) ? [other.projectId] : []
    })
    return [projectId, ...kin]
  }
}

function pairsOf(name: string): Set<string> {
  const pairs = new Set<string>()
  for (const [word] of name
    .normalize('NFKC')
    .toLowerCase()
    .replace(ending, '')
    .matchAll(/[\p{L}\p{N}ー]+/gu)) {
    const characters = [...word]
    for (let at = 1; at < characters.length; at += 1) pairs.add(`${characters[at - 1]}${characters[at]}`)
  }
  return pairs
}
