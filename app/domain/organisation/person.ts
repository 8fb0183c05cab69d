/**
 * Text as people are found by: compatible widths, lower case, kana as hiragana, no spaces. Forms of a character that
 * belong to a name (髙, 﨑, 邉) stay what they are.
 */
export function searchKeyOf(...texts: string[]): string {
  return texts.map(folded).join(' ')
}

/** One text folded the same way, for looking it up. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, '')
}
