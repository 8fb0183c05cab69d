import { describe, expect, it } from 'vitest'
import { weaknessOf } from './password'

const suzuki = {
  employeeNumber: '001742',
  name: '鈴木　花子',
  kana: 'すずき　はなこ',
  email: 'hanako.suzuki@city.example.jp',
  departments: ['市民課'],
}
const common = new Set(['password', 'qwertyuiop', 'sunshine', 'correct', 'horse', 'battery', 'letmeinplease'])
const weakness = (password: string) => weaknessOf(password, suzuki, common)

describe('a password is refused', () => {
  it.each([
    ['eleven chars', 'asagao-tako', '12文字以上で入力してください（今11文字です）'],
    ['eleven people as a reader counts them', '𠮷'.repeat(11), '今11文字です'],
    ['129 characters', 'asagao tako '.repeat(11), '128文字以内'],
    ['a common one', 'LetMeInPlease', 'よく使われる'],
    ['a common word with digits and signs around it', '2026password!!!', 'よく使われる'],
    ['a common word with digits for letters', 'p4$$w0rd2026', 'よく使われる'],
    ['a common word in full-width letters', 'ｐａｓｓｗｏｒｄ１２３４５', 'よく使われる'],
    ['one character again and again', 'aaaaaaaaaaaa', 'よく使われる'],
    ['one piece again and again', 'tako8tako8tako8', 'よく使われる'],
    ['digits in their order', '123456789012', 'よく使われる'],
    ['letters in their order, backwards', 'mlkjihgfedcba', 'よく使われる'],
    ['the employee number', 'asagao-001742-tako', '職員番号・氏名'],
    ['the name', 'Hanako-Suzuki-1980', '職員番号・氏名'],
    ['the name in kana', 'すずきはなこ20260401', '職員番号・氏名'],
    ['the section and the year', '市民課令和8年度20260401', '職員番号・氏名'],
    ['the scheme and the city', 'kaizen.Tokorozawa.8', '職員番号・氏名'],
  ])('%s: %s', (_case, password, sentence) => {
    expect(weakness(password)).toContain(sentence)
  })
})

describe('a password is taken', () => {
  it.each([
    ['words that have nothing to do with one another, even common ones', 'correct horse battery staple'],
    ['words in Japanese', '朝顔とたこ焼きと信号機の話'],
    ['what a password manager makes', 'xK4.pQ8_mZ2-wR7v'],
    ['digits without an order', '8301749265038'],
    ['a name among other words', 'suzuki plays the cello on mondays'],
    ['128 characters', 'asagao to takoyaki '.repeat(7).slice(0, 128)],
  ])('%s: %s', (_case, password) => {
    expect(weakness(password)).toBeNull()
  })
})
