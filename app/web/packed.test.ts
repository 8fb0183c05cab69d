import { expect, it } from 'vitest'
import { pack, unpack } from './packed'

it('gives back what was packed', () => {
  const rows = [
    { id: 1, title: '「窓口」\n"案内"', hours: null, own: true, scores: { mean: 4, marks: [4, null] } },
    { id: 2, title: '</script>', hours: 1.5, own: false, scores: null },
  ]
  expect(unpack(pack(rows))).toEqual(rows)
  expect(unpack(pack([]))).toEqual([])
})
