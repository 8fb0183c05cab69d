import type { Announce } from '#app/ui/enhance/announce'

const PAUSE_MS = 800
/** Fewer characters say too little to compare. */
const ENOUGH = 8

interface Matter {
  readonly href: string
  readonly title: string
  readonly meta: string
}

interface Similar extends Matter {
  readonly others: readonly Matter[]
  readonly alsoWords: string
}

/** What is compared besides the texts, where it is there. */
const choices = ['projectIds', 'targetIds', 'effectTags']

/** Under the title, while it is typed: what looks alike. Says so to the ear only by number, and asks nothing. */
export function showSimilar(page: Document, announce: Announce) {
  let pause: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  let asked = ''

  const onInput = ({ target }: Event) => {
    const place = placeFor(target)
    if (!place) return
    clearTimeout(pause)
    pause = setTimeout(() => void ask(place), PAUSE_MS)
  }

  const ask = async (place: HTMLElement) => {
    const typed = textsFor(place)
    const wanted = typed.toString()
    if (wanted === asked || lengthOf(typed, place) < ENOUGH) return
    asked = wanted
    asking?.abort()
    asking = new AbortController()
    try {
      const response = await fetch(place.dataset['similar'] ?? '', {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: typed,
        signal: asking.signal,
      })
      if (!response.ok) return
      const { similar } = (await response.json()) as { similar: Similar[] }
      if (!place.isConnected) return
      place.replaceChildren(...(similar.length === 0 ? [] : [boxOf(page, similar)]))
      if (similar.length > 0) announce(`似ている提案・事例が${similar.length}件あります`)
    } catch {
      // Superseded, offline, or the session has ended: the check page shows the same.
    }
  }

  page.addEventListener('input', onInput)
}

/** The place of the form in which one of the compared fields is typed. */
function placeFor(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null
  const place = target.form?.querySelector<HTMLElement>('[data-similar]') ?? null
  return place && fieldsOf(place).includes(target.name) ? place : null
}

function fieldsOf(place: HTMLElement): string[] {
  return (place.dataset['similarFields'] ?? '').split(' ')
}

function textsFor(place: HTMLElement): URLSearchParams {
  const texts = new URLSearchParams()
  const form = place.closest('form')
  if (!form) return texts
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && [...fieldsOf(place), ...choices].includes(name))
      texts.append(name, value)
  }
  return texts
}

function lengthOf(typed: URLSearchParams, place: HTMLElement): number {
  return fieldsOf(place).reduce((length, name) => length + (typed.get(name)?.trim().length ?? 0), 0)
}

function boxOf(page: Document, similar: readonly Similar[]): HTMLElement {
  const make = (tag: string, text: string, className = '') => {
    const element = page.createElement(tag)
    element.textContent = text
    element.className = className
    return element
  }
  const box = make('section', '', 'card flow')
  const list = make('ul', '', 'rows')
  const linkTo = ({ href, title }: Matter, className = '') => {
    const link = make('a', `${title}（新しいタブで開きます）`, className)
    link.setAttribute('href', href)
    link.setAttribute('target', '_blank')
    return link
  }
  const alsoOf = ({ others, alsoWords }: Similar) => {
    const also = make('ul', '', 'list-disc pl-6')
    for (const other of others) {
      const row = make('li', '')
      row.append(linkTo(other), make('span', `　${other.meta}`, 'secondary'))
      also.append(row)
    }
    return [make('p', alsoWords, 'secondary'), also]
  }
  for (const one of similar) {
    const row = make('li', '', 'row')
    const words = make('div', '')
    words.append(linkTo(one, 'row-title'), make('div', one.meta, 'secondary'))
    if (one.alsoWords) words.append(...alsoOf(one))
    row.append(words)
    list.append(row)
  }
  box.setAttribute('aria-label', '似ている提案・事例')
  box.append(
    make('p', `似ている提案・事例（${similar.length}件）`, 'font-700'),
    make('p', '違う内容なら、そのまま続けてください。'),
    list,
  )
  return box
}
