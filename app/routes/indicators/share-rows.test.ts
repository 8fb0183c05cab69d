import { expect, it } from 'vitest'
import { packRows, unpackRows } from './share-rows'

it('what was packed for the browser is there again, names with quotes too', () => {
  const rows = [
    { departmentId: 7, departmentName: '市民課', bureauId: 3, numerator: 15, denominator: 24 },
    { departmentId: 8, departmentName: '「"市"」室', bureauId: 8, numerator: 0, denominator: 1 },
  ]
  expect(unpackRows(packRows(rows))).toEqual(rows)
})
