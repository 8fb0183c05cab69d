import { appointmentColumns } from './lists/appointments'
import { departmentColumns } from './lists/departments'
import { peopleColumns } from './lists/people'
import { postColumns } from './lists/posts'
import { projectColumns } from './lists/projects'
import { seatColumns } from './lists/seats'
import { subjectLinkColumns } from './lists/subject-links'
import type { LineColumns } from './difference'

/** The lists that are brought in with a preview, in the order in which a new town brings them in. */
export const importedLists = [
  'departments',
  'posts',
  'people',
  'appointments',
  'seats',
  'projects',
  'subjectLinks',
] as const

export type ImportedList = (typeof importedLists)[number]

export const listLabels: Readonly<Record<ImportedList, string>> = {
  departments: '所属',
  posts: '職位',
  people: '職員',
  appointments: '発令',
  seats: '会議体の名簿',
  projects: '事務事業',
  subjectLinks: 'シングルサインオンの利用者ID',
}

/** What ticking 「ファイルにないもの」 does; null where the file's silence never ends anything. */
export const endingWords: Readonly<Record<ImportedList, string | null>> = {
  departments: '今日を最後の日にする',
  posts: null,
  people: '利用停止にする',
  appointments:
    '今日（新しい本務があれば、その前日）を最後の日にする。組織改正で移る予定でも、ファイルでその日に別の所属にいる人の発令は取り消す',
  seats: '今日を最後の日にする',
  projects: '対象外にする',
  subjectLinks: null,
}

/** Each column knows its own values; what goes through all lists alike sees only cells. */
export const columnsOf: Readonly<Record<ImportedList, LineColumns>> = {
  departments: departmentColumns,
  posts: postColumns,
  people: peopleColumns,
  appointments: appointmentColumns,
  seats: seatColumns,
  projects: projectColumns,
  subjectLinks: subjectLinkColumns,
} as unknown as Record<ImportedList, LineColumns>

export function isImportedList(name: string | null | undefined): name is ImportedList {
  return importedLists.some((list) => list === name)
}
