import { fold } from './fold'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** Cuts a text into what was looked for and the rest, in whatever spelling it stands there. Joined, it is the text. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const wanted = words.map(fold).filter((word) => word !== '')
  const whole = fold(text)
  if (!wanted.some((word) => whole.includes(word))) return [{ text, hit: false }]
  const { folded, units, unitOf } = foldByUnit(text, whole)
  const isHit = units.map(() => false)
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      for (let index = at; index < at + word.length; index++) isHit[unitOf[index] ?? 0] = true
    }
  }
  return joined(units, isHit)
}

/** Folding may lengthen or shorten (㌔ → きろ, ﾌﾞ → ぶ), so each place of the folded text remembers its origin. */
function foldByUnit(text: string, whole: string) {
  const units = text.match(/[\s\S][\p{M}ﾞﾟ]*/gu) ?? []
  // The usual text: every unit is one character and stays one, for none becomes nothing.
  if (units.length === text.length && whole.length === text.length) {
    return { folded: whole, units, unitOf: units.map((_, index) => index) }
  }
  const unitOf: number[] = []
  let folded = ''
  units.forEach((unit, index) => {
    const part = fold(unit)
    folded += part
    for (let at = 0; at < part.length; at++) unitOf.push(index)
  })
  return { folded, units, unitOf }
}

function joined(units: readonly string[], isHit: readonly boolean[]): Piece[] {
  const pieces: { text: string; hit: boolean }[] = []
  units.forEach((unit, index) => {
    const hit = isHit[index] === true
    const last = pieces.at(-1)
    if (last?.hit === hit) last.text += unit
    else pieces.push({ text: unit, hit })
  })
  return pieces
}
