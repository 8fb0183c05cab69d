import type { RoundAnswer } from '#app/domain/improvements/round'

export const roundAnswerLabels: Readonly<Record<RoundAnswer, string>> = {
  adopt: '採り入れる',
  done: '実施済',
  notApplicable: '該当なし',
}

export const roundLabels: Readonly<Record<string, string>> = {
  whom: '尋ねる課',
  departmentIds: '尋ねる課',
  dueOn: '回答の期限',
  word: '添えることば',
}

/** How many gave which answer, and how many none: 「採り入れる 3」 and so on. */
export function countsInWords(answers: readonly (RoundAnswer | null)[]): string {
  const count = (answer: RoundAnswer | null) => answers.filter((one) => one === answer).length
  const parts = (Object.keys(roundAnswerLabels) as RoundAnswer[]).map(
    (answer) => `${roundAnswerLabels[answer]} ${count(answer)}`,
  )
  return [...parts, `未回答 ${count(null)}`].join('　')
}
