export const siteName = '一人一改善'

/** The title of a page, for its route's `meta`. */
export function titled(page: string): [{ title: string }] {
  return [{ title: `${page}｜${siteName}` }]
}
