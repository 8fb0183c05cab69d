export type Announce = (words: string) => void

/** Speaks to those who do not see what changed. The region must exist before its words do. */
export function announcer(page: Document): Announce {
  const region = page.createElement('div')
  region.setAttribute('role', 'status')
  region.className = 'sr-only'
  page.body.append(region)
  return (words) => {
    region.textContent = words
  }
}
