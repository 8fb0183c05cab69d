import { addDays, wareki } from '../calendar'
import { isValidOn } from '../organisation/validity'
import type { Around, Fault, Known } from './fault'
import { faultsOfNew } from './faults-of-new'
import type { LaterText, LineText } from './reorganisation'

/** What keeps a line from standing in the plan, in sentences; none when it may. */
export function faultsOfLine(line: LineText, around: Around): Fault[] {
  const { departments } = around
  const known = line.formerIds.flatMap((id) => departments.get(id) ?? [])
  const kind = known[0]?.kind
  return [
    ...missingIn(line),
    ...line.formerIds.flatMap((id, at) => faultsOfFormer(id, `formers[${at}]`, line, around)),
    ...(known.some((former) => former.kind !== kind)
      ? [{ field: 'formers[0]', sentence: '部と課を、いっしょに統合することはできません' }]
      : []),
    ...line.laters.flatMap((later, at) => faultsOfLater(later, `laters[${at}]`, line, kind, around)),
  ]
}

function missingIn({ kind, formerIds, laters }: LineText): Fault[] {
  const words = { rename: '改称する', split: '分割する', merge: '統合する', abolish: '廃止する', found: '' }
  const least = { rename: 1, split: 1, merge: 2, abolish: 1, found: 0 }[kind]
  const faults: Fault[] = []
  if (formerIds.length < least) {
    const sentence =
      kind === 'merge' ? '統合する所属を2つ以上選んでください' : `${words[kind]}所属を選んでください`
    faults.push({ field: `formers[${kind === 'merge' ? formerIds.length : 0}]`, sentence })
  }
  if (kind === 'split' && laters.length < 2) {
    faults.push({
      field: `laters[${laters.length}].code`,
      sentence: '分かれた先の所属を2つ以上入力してください',
    })
  }
  if (kind === 'abolish' && laters.length === 0) {
    faults.push({ field: 'laters[0].departmentId', sentence: '仕事を引き継ぐ所属を選んでください' })
  }
  if (['rename', 'merge', 'found'].includes(kind) && laters.length === 0) {
    faults.push({ field: 'laters[0].code', sentence: '新しい所属のコードと名前を入力してください' })
  }
  return faults
}

function faultsOfFormer(
  id: number,
  field: string,
  line: LineText,
  { effectiveOn, departments, others, taken }: Around,
): Fault[] {
  const former = departments.get(id)
  if (!former) return [{ field, sentence: '所属を一覧から選んでください' }]
  const eve = addDays(effectiveOn, -1)
  if (!isValidOn(former, eve) || !isValidOn(former, effectiveOn)) {
    return [{ field, sentence: `${former.name}は、${wareki(eve)}から翌日にかけて続く所属ではありません` }]
  }
  if (line.formerIds.filter((other) => other === id).length > 1) {
    return [{ field, sentence: `${former.name}が2回選ばれています` }]
  }
  if (others.some(({ formerIds }) => formerIds.includes(id))) {
    return [{ field, sentence: `${former.name}は、この組織改正の別の行にあります` }]
  }
  return taken.has(id) ? [{ field, sentence: `${former.name}は、予定された別の組織改正で変わります` }] : []
}

function faultsOfLater(
  later: LaterText,
  field: string,
  line: LineText,
  kind: Known['kind'] | undefined,
  around: Around,
): Fault[] {
  if (later.departmentId === null) return faultsOfNew(later, field, line, kind, around)
  const department = around.departments.get(later.departmentId)
  const place = `${field}.departmentId`
  if (later.code !== '' || later.name !== '') {
    return [{ field: place, sentence: '今ある所属か、新しい所属の、どちらか一方だけを入力してください' }]
  }
  if (!department || !isValidOn(department, around.effectiveOn)) {
    return [{ field: place, sentence: '施行日にある所属を選んでください' }]
  }
  if (line.kind === 'rename' || line.kind === 'found') {
    return [{ field: place, sentence: '新しい所属のコードと名前を入力してください' }]
  }
  if (kind && department.kind !== kind) {
    return [{ field: place, sentence: '部の仕事は部が、課の仕事は課が引き継ぎます' }]
  }
  if (line.kind === 'abolish' && line.formerIds.includes(department.id)) {
    return [{ field: place, sentence: '廃止する所属とは別の所属を選んでください' }]
  }
  if (line.laters.filter(({ departmentId }) => departmentId === department.id).length > 1) {
    return [{ field: place, sentence: `${department.name}が2回選ばれています` }]
  }
  const ends = around.others.some(
    ({ formerIds, laters }) =>
      formerIds.includes(department.id) && !laters.some(({ departmentId }) => departmentId === department.id),
  )
  return ends || (around.taken.has(department.id) && !line.formerIds.includes(department.id))
    ? [{ field: place, sentence: `${department.name}は、組織改正で終わるか変わる所属です` }]
    : []
}
