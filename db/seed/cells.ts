/* What the cells of the town's files hold. */

/** Several values in one cell. */
export function listed(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}

export function orNull(cell: string): string | null {
  return cell === '' ? null : cell
}

export function numberOrNull(cell: string): number | null {
  return cell === '' ? null : Number(cell)
}

export function flag(cell: string): 0 | 1 {
  return cell === '1' ? 1 : 0
}
