/** Where a check page sends whoever chose nothing back to: the list, which says so. */
export function withNothingChosen(path: string): string {
  return `${path}?nothing=1`
}

export function wasNothingChosen(url: URL): boolean {
  return url.searchParams.has('nothing')
}
