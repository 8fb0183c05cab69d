import { expect, test } from 'vitest'
import { errorId, fieldId } from '#app/ui/form/field-id'

test.each([
  ['title', 'title'],
  ['effect.hours', 'effect-hours'],
  ['members[0].name', 'members-0-name'],
  ['attachments[12]', 'attachments-12'],
])('the field %s has the id %s', (name, id) => {
  expect(fieldId(name)).toBe(id)
})

test('two fields of one list have different ids', () => {
  expect(fieldId('goals[1].text')).not.toBe(fieldId('goals[11].text'))
})

test('the error has an id of its own', () => {
  expect(errorId('effect.hours')).toBe('effect-hours-error')
})
