import { listLinkedLines, removeLinkedLines, writeLinkedLines } from '../../accounts/link-lines.server'
import { listPersonLines } from '../../organisation/all-lines.server'
import type { Importer } from '../importer'
import type { SubjectLinkCells } from '../lists/subject-links'

/** 利用者ID of the identity provider. The file's silence takes nobody's away: a leaver's account is stopped with the 職員. */
export const subjectLinks: Importer<SubjectLinkCells> = {
  list: listLinkedLines,
  async load(db, lines) {
    const known = await listLinkedLines(db)
    const people = new Map((await listPersonLines(db)).map((line) => [line.employeeNumber, line.name]))
    const said = new Map(lines.map((line) => [line.employeeNumber ?? '', line]))
    const claimants = claimantsOf(lines)
    const owners = new Map(known.map((line) => [identityOf(line), line.employeeNumber]))
    return {
      lines: known,
      keyOf: ({ employeeNumber }) => employeeNumber,
      about: ({ employeeNumber }) => `${employeeNumber} ${people.get(employeeNumber) ?? ''}`.trim(),
      problemOf: (line) => {
        const { employeeNumber, subject } = line
        if (!people.has(employeeNumber)) return `職員番号「${employeeNumber}」の職員がいません`
        const others = [...(claimants.get(identityOf(line)) ?? [])].filter((one) => one !== employeeNumber)
        if (others.length > 0) return `利用者ID「${subject}」が、${others.join('、')}の行にもあります`
        const owner = owners.get(identityOf(line))
        // Whoever has it now gets another one by the same file, or keeps it.
        const goes = owner === undefined || owner === employeeNumber || said.has(owner)
        return goes ? null : `利用者ID「${subject}」は、${owner} ${people.get(owner) ?? ''}にひも付いています`
      },
      ended: () => null,
    }
  },
  write: writeLinkedLines,
  remove: removeLinkedLines,
}

function identityOf({ issuer = '', subject = '' }: Partial<SubjectLinkCells>): string {
  return `${issuer} ${subject}`
}

function claimantsOf(lines: readonly Partial<SubjectLinkCells>[]): Map<string, Set<string>> {
  const claimants = new Map<string, Set<string>>()
  for (const line of lines) {
    if (line.subject === undefined || line.employeeNumber === undefined) continue
    const identity = identityOf(line)
    claimants.set(identity, (claimants.get(identity) ?? new Set()).add(line.employeeNumber))
  }
  return claimants
}
