import { expect, it } from 'vitest'
import { byBureau, type DepartmentShare, shareOf } from './attainment'

function share(
  departmentId: number,
  bureauId: number,
  numerator: number,
  denominator: number,
): DepartmentShare {
  const names = { departmentName: `課${departmentId}`, bureauName: `部${bureauId}` }
  return { departmentId, bureauId, ...names, ...shareOf(numerator, denominator), isSmall: false }
}

it('a bureau is the sum of its departments and of its own projects, in the order of the organisation', () => {
  const departments = [share(3, 2, 1, 4), share(4, 2, 2, 4), share(9, 8, 0, 3), share(2, 2, 1, 1)]
  expect(byBureau(departments)).toEqual([
    { bureauId: 2, bureauName: '部2', departments: 3, numerator: 4, denominator: 9, permille: 444 },
    { bureauId: 8, bureauName: '部8', departments: 1, numerator: 0, denominator: 3, permille: 0 },
  ])
})
