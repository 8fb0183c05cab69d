import { expect, it } from 'vitest'
import { csvResponse } from './csv'

async function textOf(rows: (string | number)[][]): Promise<string> {
  const bytes = await csvResponse('指標.csv', rows).arrayBuffer()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

it('begins with the mark by which Excel knows UTF-8, and ends lines as Windows does', async () => {
  expect(
    await textOf([
      ['課', '割合'],
      ['市民課', 62.5],
    ]),
  ).toBe('\uFEFF"課","割合"\r\n"市民課",62.5\r\n')
})

it('keeps quotes, commas and line breaks inside their cell', async () => {
  expect(await textOf([['「"番号札"、案内」,他\n2行目']])).toBe('\uFEFF"「""番号札""、案内」,他\n2行目"\r\n')
})

it.each(['=1+1', '+81', '-5', '@SUM(A1)', '＝1', '　=1', '\u200b+1', '\t1', '\n=1'])(
  'leaves %s a text that no spreadsheet calculates',
  async (cell) => {
    expect(await textOf([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`)
  },
)

it('gives the file its Japanese name', () => {
  expect(csvResponse('指標.csv', []).headers.get('Content-Disposition')).toBe(
    "attachment; filename*=UTF-8''%E6%8C%87%E6%A8%99.csv",
  )
})
