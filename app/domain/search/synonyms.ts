import { runsOf } from './bigrams'
import { fold } from './fold'

/** Words that mean the same in this office, a group for each meaning: 押印＝はんこ＝捺印. */
export type Synonyms = readonly (readonly string[])[]

export const noSynonyms: Synonyms = []

const mostWordings = 8

/** A word as typed, and as it may stand elsewhere: also where it is part of a longer one (押印廃止 → はんこ廃止). */
export function wordingsOf(word: string, synonyms: Synonyms): string[] {
  const folded = fold(word)
  const others = synonyms.flatMap((group) => {
    const named = group.find((member) => folded.includes(fold(member)))
    if (named === undefined) return []
    return group
      .filter((member) => member !== named)
      .map((member) => folded.replace(fold(named), fold(member)))
  })
  return [...new Set([word, ...others])].slice(0, mostWordings)
}

export interface ReadSynonyms {
  readonly groups: string[][]
  /** What cannot be taken, as the sentence that the person reads. */
  readonly problems: string[]
}

const mostGroups = 500
const longestMember = 40

/** Reads the list as it is typed: a meaning for each line, its words joined by ＝. */
export function readSynonyms(text: string): ReadSynonyms {
  const lines = text.split('\n').map((line) => line.trim())
  const groups: string[][] = []
  const problems: string[] = []
  lines.forEach((line, at) => {
    if (line === '') return
    const members = [...new Set(line.split(/[＝=]/).map((member) => member.trim()))].filter(Boolean)
    const isOneWord = (member: string) => runsOf(member).length === 1 && [...member].length <= longestMember
    if (members.length < 2) problems.push(`${at + 1}行目：2つ以上のことばを「＝」でつないでください`)
    else if (!members.every((member) => isOneWord(member) && [...fold(member)].length > 1)) {
      problems.push(
        `${at + 1}行目：空白や記号のない、2文字以上${longestMember}字以内のことばを入力してください`,
      )
    } else groups.push(members)
  })
  if (groups.length > mostGroups) problems.push(`同義語は${mostGroups}組までです`)
  return { groups, problems }
}

export function synonymsInWords(groups: Synonyms): string {
  return groups.map((group) => group.join('＝')).join('\n')
}
