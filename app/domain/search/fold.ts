/*
 * One spelling for what people type in several: full and half width (NFKC), capital and small letters, katakana
 * and hiragana, with and without a variation selector. 「ﾀﾌﾞﾚｯﾄ」, 「タブレット」 and 「たぶれっと」 are one word.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(katakana, asHiragana)
    .replace(/\p{Variation_Selector}/gu, '')
}

const katakana = /[ァ-ヶヽヾ]/g
const distance = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0)

function asHiragana(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - distance)
}
