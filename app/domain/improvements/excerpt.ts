const excerptLength = 60
const namesShown = 5

/** The beginning of a text in one line. Never cuts a character in two. */
export function excerptOf(text: string, length = excerptLength): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`
}

/** 「髙橋 花子、鈴木 一郎 ほか3人」 */
export function namesInLine(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join('、')
  return names.length <= namesShown ? shown : `${shown} ほか${names.length - namesShown}人`
}
