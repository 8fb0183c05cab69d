import { listPostLines } from '../../organisation/all-lines.server'
import { importPosts } from '../../organisation/posts.server'
import { removePosts } from '../../organisation/removal.server'
import type { Importer } from '../importer'
import type { PostCells } from '../lists/posts'

/** 職位. They have no end: a post that nobody holds any more does no harm. */
export const posts: Importer<PostCells> = {
  list: listPostLines,
  load: async (db) => ({
    lines: await listPostLines(db),
    keyOf: ({ code }) => code,
    about: ({ code, name }) => `${code} ${name}`,
    problemOf: () => null,
    ended: () => null,
  }),
  write: importPosts,
  remove: (ctx, lines) =>
    removePosts(
      ctx,
      lines.map(({ code }) => code),
    ),
}
