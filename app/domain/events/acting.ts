/**
 * Who did it, with the post of that day; for a delegate 「髙橋（代理 市民課 主任 佐藤）」. Null for the
 * system.
 */
export function actorInWords({
  actorPost = null,
  actorName,
  headName,
}: {
  readonly actorPost?: string | null
  readonly actorName: string | null
  readonly headName: string | null
}): string | null {
  const actor = [actorPost, actorName].filter(Boolean).join('　')
  return headName === null ? actor || null : `${headName}（代理　${actor}）`
}
