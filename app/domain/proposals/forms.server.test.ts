import { describe, expect, it } from 'vitest'
import { emptyContent } from './content'
import { AcceptanceForm, draftForm, editForm, RefusalForm, valuesOf } from './forms.server'

const choices = { nameDisclosure: 'hiddenDuringReview', willingness: 'together' }
const read = (fields: Record<string, unknown>) => draftForm(40).safeParse({ ...choices, ...fields })

describe('the effort saved in a year', () => {
  it.each([
    [{ hoursPerYear: '120' }, 7200],
    [{ hoursPerYear: '１．５時間' }, 90],
    [{ hoursPerYear: '1,200時間' }, 72_000],
    [{ minutesEach: '10', timesPerYear: '720', peopleCount: '2' }, 14_400],
    [{ hoursPerYear: '5', minutesEach: '10', timesPerYear: '720', peopleCount: '2' }, 300],
    [{ minutesEach: '10', timesPerYear: '720' }, null],
    [{}, null],
  ])('%o is %s minutes', (fields, minutes) => {
    expect(read(fields).data?.minutesPerYear).toBe(minutes)
  })

  it('asks for a number where there is none', () => {
    expect(read({ hoursPerYear: 'たくさん' }).error?.issues[0]?.message).toBe(
      '1年間に減る時間は数字で入力してください（例：24）',
    )
  })
})

it('lets a draft lack everything, but holds a name to its length', () => {
  expect(read({}).success).toBe(true)
  expect(read({ title: 'あ'.repeat(41) }).error?.issues[0]?.message).toBe(
    '提案の名前は40字以内で入力してください（今41字です）',
  )
})

it('asks for all that is missing at once before it is checked, and for nothing while it is kept', () => {
  const fields = editForm(40)
    .safeParse(choices)
    .error?.issues.map(({ path }) => path[0])
  expect(fields).toEqual(['title', 'currentSituation', 'targetIds', 'proposal'])
  expect(editForm(40).safeParse({ ...choices, keep: 'draft' }).success).toBe(true)
})

it.each([90, 100, 7200, 1, null])(
  'shows %s minutes in hours and reads the same from them',
  (minutesPerYear) => {
    const content = { ...emptyContent, minutesPerYear, yenPerYear: 120_000, effectTags: ['time' as const] }
    expect(draftForm(40).parse(valuesOf(content))).toEqual(content)
  },
)

it('asks for a choice from a list in the words of a choice', () => {
  const messages = RefusalForm.safeParse({}).error?.issues.map(({ message }) => message)
  expect(messages).toEqual(['理由の区分を選んでください', '理由を入力してください'])
})

describe('acceptance', () => {
  const form = { departmentIds: ['3', '4'], leadDepartmentId: '3', defaultDueOn: 'R8.12.7' }

  it('gives every department the day for all, but for those with their own', () => {
    expect(AcceptanceForm.parse({ ...form, dueOn: { d3: '', d4: '2026/12/14' } })).toEqual({
      leadDepartmentId: 3,
      asked: [
        { departmentId: 3, dueOn: '2026-12-07' },
        { departmentId: 4, dueOn: '2026-12-14' },
      ],
    })
  })

  it('wants the lead among the departments asked', () => {
    expect(AcceptanceForm.safeParse({ ...form, leadDepartmentId: '9' }).error?.issues[0]).toMatchObject({
      path: ['leadDepartmentId'],
      message: '主管課は、照会する課の中から選んでください',
    })
  })
})
