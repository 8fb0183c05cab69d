import { type CarryOver, carryOverLabels } from '#app/domain/projects/carry-over'

/** What becomes of a project, in one line: 「所管替え」 and where to. */
export function carryOverInWords({ kind, newName, newDepartment, into, heirs }: CarryOver): string {
  const label = carryOverLabels[kind]
  if (kind === 'merged') return `${label}　${into?.code ?? ''} ${into?.name ?? ''}に`
  if (kind === 'ended') return label
  const changes = [newName, newDepartment?.name ?? heirsInWords(heirs)].filter((text) => text !== null)
  return [label, ...changes].join('　')
}

/** Of a department that a reorganisation ends by the first day. */
function heirsInWords(heirs: CarryOver['heirs']): string | null {
  const [heir, ...others] = heirs ?? []
  if (!heir) return null
  return others.length === 0
    ? `組織改正により${heir.name}`
    : '組織改正で決めた移る先（決めていないものは、前の所属のまま残ります）'
}
