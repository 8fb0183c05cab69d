import { wareki } from '../calendar'
import type { Actor } from './actor'

const namedOneByOne = 3

/** Whose duties are in this person's hands today besides their own, in sentences: why tasks of others are among theirs. */
export function standingInWords({ appointments }: Actor): string[] {
  const delegated = appointments.flatMap(({ departmentName, actsFor }) =>
    actsFor
      ? [
          `${departmentName}の所属長（${actsFor.name}）の代理です。${wareki(actsFor.until)}まで、その仕事も届きます。`,
        ]
      : [],
  )
  const vacant = appointments
    .filter(({ kind }) => kind === 'vacant')
    .map(({ departmentName }) => departmentName)
  return [
    ...delegated,
    ...(vacant.length > 0 ? [`${listed(vacant)}には所属長がいないため、その仕事も届きます。`] : []),
  ]
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namedOneByOne).join('、')
  return names.length > namedOneByOne ? `${shown}など${names.length}の部・課` : shown
}
