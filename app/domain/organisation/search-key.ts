/**
 * Names as they are looked for: full and half width, capitals, katakana and hiragana are one, spaces are none. Name
 * and kana of a person are stored in this form, and what is typed is brought into it.
 */
export function searchKeyOf(...texts: string[]): string {
  return texts.map(fold).join(' ')
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
