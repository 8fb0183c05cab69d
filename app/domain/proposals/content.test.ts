import { expect, it } from 'vitest'
import { emptyContent, isSameContent, missingIn } from './content'

const complete = { ...emptyContent, title: '番号札', currentSituation: '列', proposal: '札', targetIds: [3] }

it('lets a proposal be submitted with a name, the present state, the change and whose work it is', () => {
  expect(missingIn(complete)).toEqual([])
})

it.each([
  ['title', { title: '' }],
  ['currentSituation', { currentSituation: '' }],
  ['proposal', { proposal: '' }],
  ['targetIds', { targetIds: [] }],
  ['coAuthorIds', { groupName: '窓口をつなぐ会' }],
] as const)('asks for %s', (field, change) => {
  const missing = missingIn({ ...complete, ...change })
  expect(missing.map((one) => one.field)).toEqual([field])
  expect(missing[0]?.message).toMatch(/ください$/)
})

it('is content with a project instead of a department', () => {
  expect(missingIn({ ...complete, targetIds: [], projectIds: [8] })).toEqual([])
})

it('takes the same choices in another order for the same content, but not another order of names', () => {
  const two = { ...complete, targetIds: [3, 4], coAuthorIds: [7, 8] }
  expect(isSameContent(two, { ...two, targetIds: [4, 3] })).toBe(true)
  expect(isSameContent(two, { ...two, coAuthorIds: [8, 7] })).toBe(false)
  expect(isSameContent(two, { ...two, title: '番号' })).toBe(false)
})
