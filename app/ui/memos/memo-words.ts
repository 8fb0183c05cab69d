import type { Companion, Grown, ShownMemo } from '#app/domain/memos/shown'

/** With whom a memo is shared, in words; the department is the writer's. */
export function sharingInWords({
  sharing,
  departmentName,
  companions,
}: Pick<ShownMemo, 'sharing' | 'departmentName' | 'companions'>): string {
  switch (sharing) {
    case 'nobody':
      return companions.length === 0 ? '書いた人だけ' : '書いた人と、いっしょに考える人'
    case 'department':
      return `${departmentName ?? '課'}の人と共有`
    case 'staff':
      return '全職員と共有'
  }
}

/** Name and, as long as the person is there, department. */
export function nameInWords({ name, departmentName }: Companion): string {
  return departmentName === null ? name : `${name}（${departmentName}）`
}

/** What the memo became: 「報告「番号札を置く」になりました」. */
export function grownInWords({ into, title }: Grown): string {
  const kind = into === 'practice' ? '改善の報告' : '提案'
  return title === '' ? `${kind}の下書きになりました` : `${kind}「${title}」になりました`
}

export const memoLabels: Readonly<Record<string, string>> = {
  text: '気づいたこと',
  file: '写真',
  sharing: '共有する相手',
  into: '何にするか',
  companionIds: 'いっしょに取り組む人',
}
