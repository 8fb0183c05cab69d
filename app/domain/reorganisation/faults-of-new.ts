import { isValidOn } from '../organisation/validity'
import type { Around, Fault, Known } from './fault'
import type { LaterText, LineText } from './reorganisation'

/** What is wrong with a new department, of the kind 「部」 or 「課」 that those of before are. */
export function faultsOfNew(
  { code, name, parentCode }: LaterText,
  field: string,
  line: LineText,
  kind: Known['kind'] | undefined,
  { departments, others, effectiveOn }: Around,
): Fault[] {
  if (code === '') return [{ field: `${field}.code`, sentence: '新しい所属コードを入力してください' }]
  if (name === '') return [{ field: `${field}.name`, sentence: '新しい所属の名前を入力してください' }]
  const fresh = [...others, line].flatMap(({ laters }) =>
    laters.filter((later) => later.departmentId === null),
  )
  const known = [...departments.values()]
  if (known.some((one) => one.code === code) || fresh.filter((one) => one.code === code).length > 1) {
    return [{ field: `${field}.code`, sentence: `所属コード「${code}」は、もう使われています` }]
  }
  if (kind === 'bureau' && parentCode !== null) {
    return [{ field: `${field}.parentCode`, sentence: '部は、ほかの部の下に置けません' }]
  }
  if (kind === 'section' && parentCode === null) {
    return [{ field: `${field}.parentCode`, sentence: '課の部を選んでください' }]
  }
  if (parentCode === null) return []
  const ending = others.flatMap(({ formerIds, laters }) =>
    formerIds.filter((id) => !laters.some(({ departmentId }) => departmentId === id)),
  )
  const isThere =
    known.some(
      (one) =>
        one.code === parentCode &&
        one.kind === 'bureau' &&
        isValidOn(one, effectiveOn) &&
        !ending.includes(one.id),
    ) || fresh.some((one) => one.code === parentCode && one.parentCode === null)
  return isThere ? [] : [{ field: `${field}.parentCode`, sentence: '施行日にある部を選んでください' }]
}
