import type { Former, Later, Line, Reorganisation } from './reorganisation'

/** A department that is among what comes out of it goes on; the others end on the eve. */
export function goesOn(line: Line, former: Former): boolean {
  return line.laters.some(({ departmentId }) => departmentId === former.id)
}

/** From which to which: what a department was asked to do goes along these. */
export function edgesOf(line: Line): { readonly former: Former; readonly later: Later }[] {
  return line.formers.flatMap((former) =>
    line.laters.filter(({ departmentId }) => departmentId !== former.id).map((later) => ({ former, later })),
  )
}

/**
 * Where a project of a department goes: where there is a choice 「分割」, to the one chosen, else it stays with a
 * department that goes on. Null while it has to be chosen.
 */
export function destinationOf(line: Line, former: Former, chosenId: number | null): Later | null {
  const own = line.laters.find(({ departmentId }) => departmentId === former.id)
  const chosen = line.laters.find(({ id }) => id === chosenId)
  if (line.kind === 'split') return chosen ?? own ?? null
  return own ?? line.laters[0] ?? null
}

/** 「市民課 → 窓口課、証明課」 */
export function lineInWords(line: Line): string {
  const formers = line.formers.map(({ name }) => name).join('、')
  const laters = line.laters.map(({ name }) => name).join('、')
  if (line.kind === 'found') return laters
  return `${formers} → ${laters}`
}

/** Departments of the day that nobody would head, by who is headed that day as it is now entered. */
export function withoutHead(
  { lines, scheduled }: Reorganisation,
  isHeaded: (departmentId: number) => boolean,
): Later[] {
  return lines.flatMap(({ kind, formers, laters }) =>
    laters.filter(({ departmentId }) => {
      if (departmentId !== null && isHeaded(departmentId)) return false
      return !(scheduled === null && kind === 'rename' && formers.some(({ id }) => isHeaded(id)))
    }),
  )
}
