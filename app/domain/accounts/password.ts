export const shortestPassword = 12
export const longestPassword = 128

/** What is known about the person and the place, so that nobody has to guess it. */
export interface PasswordContext {
  readonly employeeNumber: string
  readonly name: string
  readonly kana: string
  readonly email: string | null
  readonly departments: readonly string[]
}

/** Words of this product, of a city hall and of the calendar. */
const wordsOfThePlace = [
  ...['一人一改善', '改善', '市役所', '役所', '職員', '提案', '令和', '平成', '昭和', '所沢'],
  ...[
    'hitorikaizen',
    'kaizen',
    'shiyakusho',
    'yakusho',
    'shokuin',
    'teian',
    'reiwa',
    'heisei',
    'showa',
    'tokorozawa',
  ],
]

/**
 * Why a password cannot be chosen, as a sentence for the form; null for one that can. Length and guessability only:
 * no rules about kinds of characters, no expiry (NIST SP 800-63B, 総務省ガイドライン 5.4). Taken as typed.
 */
export function weaknessOf(
  password: string,
  context: PasswordContext,
  common: ReadonlySet<string>,
): string | null {
  const length = [...password].length
  if (length < shortestPassword)
    return `新しいパスワードは${shortestPassword}文字以上で入力してください（今${length}文字です）`
  if (length > longestPassword)
    return `新しいパスワードは${longestPassword}文字以内で入力してください（今${length}文字です）`

  const plain = fold(password)
  if (isCommon(plain, common) || isPattern(plain))
    return 'よく使われる言葉や、同じ並びの繰り返しは使えません。関係のない言葉を3つ以上つなげてください'
  if (isAboutThePerson(plain, context))
    return '職員番号・氏名・所属・市や制度の名前から分かるパスワードは使えません。関係のない言葉をつなげてください'
  return null
}

/** A known password, or a known word with digits and signs around it or in place of its letters. */
function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  return [
    plain,
    core(plain),
    readDigitsAsLetters(core(plain)),
    core(core(plain).replace(/[\W\d_]+/g, '')),
  ].some((form) => common.has(form))
}

/** One short piece again and again, or characters in their order. */
function isPattern(plain: string): boolean {
  const longestPiece = Math.min(8, Math.floor(plain.length / 2))
  for (let size = 1; size <= longestPiece; size += 1) {
    const piece = plain.slice(0, size)
    if (piece.repeat(Math.ceil(plain.length / size)).startsWith(plain)) return true
  }
  const steps = [...plain].slice(1).map((character, place) => stepTo(character, plain[place] ?? ''))
  return steps.filter((step) => step === steps[0] && Math.abs(step) <= 1).length >= steps.length * 0.8
}

function stepTo(character: string, before: string): number {
  // After the 9 comes the 0.
  if (before === '9' && character === '0') return 1
  return (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
}

/** Without what anybody could know of the person, fewer than four letters are left. */
function isAboutThePerson(plain: string, context: PasswordContext): boolean {
  if (plain.includes(fold(context.employeeNumber))) return true
  const words = [
    ...context.name.split(/\s/),
    ...context.kana.split(/\s/),
    ...(context.email?.split('@')[0] ?? '').split(/[._-]/),
    ...context.departments,
    ...wordsOfThePlace,
  ]
    .map(fold)
    .filter((word) => word.length >= (/^[\x20-\x7e]*$/.test(word) ? 4 : 2))
    .toSorted((a, b) => b.length - a.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && rest.replace(/[^\p{L}]/gu, '').length < 4
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function core(plain: string): string {
  return plain.replace(/^[^a-z]+|[^a-z]+$/g, '')
}

const letters: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' },
}

function readDigitsAsLetters(plain: string): string {
  return plain.replace(/[013457@$!]/g, (digit) => letters[digit] ?? digit)
}
