import { expect, it } from 'vitest'
import { pickedIds, searchedField } from './search-field'

const fields = ['projects', 'members']

it.each([
  ['the pressed box, even when it is empty', { search: 'members' }, 'members'],
  ['on Enter the box with a text', { search: 'auto', membersQuery: '鈴木' }, 'members'],
  [
    'on Enter the box with another text than it was searched for',
    {
      search: 'auto',
      projectsQuery: '税',
      projectsSearched: '税',
      membersQuery: '鈴木',
      membersSearched: '',
    },
    'members',
  ],
  [
    'on Enter the form itself when every text was searched for',
    { search: 'auto', projectsQuery: '税', projectsSearched: '税' },
    null,
  ],
  ['on Enter without a text the form itself', { search: 'auto', membersQuery: ' ' }, null],
  ['the form itself when no box was pressed', { membersQuery: '鈴木' }, null],
  ['no box that the form does not have', { search: 'others' }, null],
])('means %s', (_, values, field) => expect(searchedField({ values }, fields)).toBe(field))

it('takes one key or many, and nothing else', () => {
  expect(pickedIds({ values: { members: '7' } }, 'members')).toEqual([7])
  expect(pickedIds({ values: { members: ['7', 'x', '-1', '8'] } }, 'members')).toEqual([7, 8])
  expect(pickedIds({ values: {} }, 'members')).toEqual([])
})
