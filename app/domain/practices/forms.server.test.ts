import { describe, expect, it } from 'vitest'
import { emptyContent } from './content'
import {
  BulkConfirmationForm,
  ConfirmationForm,
  HalfTypedPracticeForm,
  PracticeForm,
  valuesOf,
} from './forms.server'

const content = (typed: Record<string, unknown>) => PracticeForm.parse(typed)
const messages = (typed: Record<string, unknown>) =>
  PracticeForm.safeParse(typed).error?.issues.map(({ message }) => message) ?? []

describe('the form of a report', () => {
  it('reads an empty form as an empty draft', () => expect(content({})).toEqual(emptyContent))

  it.each([
    ['hours as they are typed', { hoursPerYear: '１，２００時間' }, 72_000],
    ['half an hour', { hoursPerYear: '0.5' }, 30],
    ['minutes × times × people', { minutesEach: '15', timesPerYear: '240', peopleCount: '3' }, 10_800],
    [
      'what stands in the field before what was reckoned',
      { hoursPerYear: '1', minutesEach: '9', timesPerYear: '9', peopleCount: '9' },
      60,
    ],
    ['nothing from two of three numbers', { minutesEach: '15', timesPerYear: '240' }, null],
  ])('takes %s', (_, typed, minutes) => expect(content(typed).minutesPerYear).toBe(minutes))

  it('says what cannot be read', () => {
    expect(messages({ hoursPerYear: '二十四', implementedOn: '先月' })).toEqual([
      '1年間に削減できる時間は数字で入力してください（例：24）',
      'いつからは、令和8年4月1日、R8.4.1、2026/4/1のように入力してください',
    ])
  })

  it('keeps the rest while a number or day is half typed', () => {
    expect(
      HalfTypedPracticeForm.parse({ title: '番号札', hoursPerYear: '二十', implementedOn: 'R8.' }),
    ).toMatchObject({ title: '番号札', minutesPerYear: null, implementedOn: null })
  })

  it('shows again what was saved', () => {
    const saved = content({
      ...{ title: '番号札', change: '置いた', hoursPerYear: '17.17', yenPerYear: '12000', recurring: 'once' },
      ...{ implementedOn: 'R8.11.1', projectIds: '3', otherProjectIds: ['9', '3'], memberIds: ['5', '4'] },
      ...{ effectTags: ['time', 'cost'], ictKind: 'ai', calculationBasis: '契約書', before: '無かった' },
    })
    expect(saved).toMatchObject({
      minutesPerYear: 1_030,
      projectIds: [3, 9],
      memberIds: [5, 4],
      recurring: 0,
    })
    expect(content(valuesOf(saved, [3]))).toEqual(saved)
    expect(valuesOf(saved, [3])).toMatchObject({
      projectIds: ['3'],
      otherProjectIds: ['9'],
      hoursPerYear: '17.17',
    })
  })
})

describe('the form of a confirmation', () => {
  it.each([
    ['nothing was chosen', {}, null],
    ['a project', { projectIds: '3', otherProjectIds: '9' }, [3, 9]],
    ['none that fits', { noProject: 'on' }, []],
  ])('says that %s', (_, typed, projectIds) => {
    expect(ConfirmationForm.parse({ version: '2', ...typed })).toEqual({
      version: 2,
      headComment: '',
      projectIds,
    })
  })

  const row = { report: '7', version: '2', headComment: '' }
  it('takes the ticked rows only, whatever numbers they have', () => {
    const reports = [
      undefined,
      { ...row, chosen: 'on', project: 'none' },
      { ...row, report: '8' },
      { ...row, chosen: 'on' },
    ]
    expect(BulkConfirmationForm.parse({ reports })).toEqual([
      { practiceId: 7, version: 2, headComment: '', projectIds: [] },
      { practiceId: 7, version: 2, headComment: '', projectIds: null },
    ])
  })

  it('asks at the row for a project that nobody chose', () => {
    const { error } = BulkConfirmationForm.safeParse({
      reports: [row, { ...row, chosen: 'on', project: '' }],
    })
    expect(error?.issues).toMatchObject([{ path: ['reports', 1, 'project'] }])
  })

  it('asks for at least one', () => {
    expect(BulkConfirmationForm.safeParse({ reports: [row] }).error?.issues).toMatchObject([
      { message: '確認する報告を選んでください' },
    ])
  })
})
