import { expect, it } from 'vitest'
import { textsInZip } from '#tests/support/unzip'
import { xlsxResponse } from './xlsx.server'

const columns = [
  { label: '受付番号', width: 12 },
  { label: '提案の名前', width: 40 },
]

it('holds what it was given, as text and numbers, and never a formula', async () => {
  const response = await xlsxResponse('台帳.xlsx', '台帳', columns, [
    ['R8-001', '=1+1'],
    [2, '<番号札> & 𠮷'],
  ])
  const texts = textsInZip(Buffer.from(await response.arrayBuffer()))
  for (const text of ['受付番号', 'R8-001', '=1+1', '&lt;番号札&gt; &amp; 𠮷']) expect(texts).toContain(text)
  expect(texts).not.toMatch(/<f[ >]/)
  expect(texts).toContain('orientation="landscape"')
})

it('is a file to be saved under its name', async () => {
  const { headers } = await xlsxResponse('提案処理台帳.xlsx', '台帳', columns, [])
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('提案処理台帳.xlsx')}`,
  )
})
