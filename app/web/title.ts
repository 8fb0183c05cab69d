import type { FrameFacts } from './use-frame'

export const siteName = '一人一改善'
/** Before the title of a page whose form was not taken: it is what is read out first. */
const errorMark = 'エラー：'

/** What `meta` is told of the pages around its own. */
type Matches = readonly { readonly id: string; readonly data: unknown }[]

/** The title of a page, for its route's `meta`. A page with a form hands on its matches, so that a refusal shows. */
export function titled(page: string, matches: Matches = []): [{ title: string }] {
  const frame = matches.find(({ id }) => id === 'root')?.data as FrameFacts | undefined
  return [{ title: `${frame?.refused ? errorMark : ''}${page}｜${siteName}` }]
}
