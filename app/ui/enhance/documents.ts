import { Idiomorph } from 'idiomorph'

/** What came of asking for a page by script. `reason` is why nothing came: the person or the network broke it off. */
export type Answer =
  | { readonly document: Document; readonly status: number; readonly address: string }
  | { readonly document: null; readonly reason: 'cancelled' | 'failed' }

interface Asking {
  readonly method: 'GET' | 'POST'
  readonly address: string
  readonly body?: FormData
  /** Told how much of the body has left, and given a way to break it off. */
  readonly onProgress?: (sent: number, total: number, cancel: () => void) => void
}

/**
 * Asks for a page. By XMLHttpRequest, since `fetch` does not tell how much of a body has left, and does not read HTML but
 * by a parser that the content security policy shuts. No script within the answer runs.
 */
export function askForPage({ method, address, body, onProgress }: Asking): Promise<Answer> {
  const request = new XMLHttpRequest()
  const cancel = () => request.abort()
  return new Promise<Answer>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(loaded, total, cancel))
    request.addEventListener('abort', () => resolve({ document: null, reason: 'cancelled' }))
    request.addEventListener('error', () => resolve({ document: null, reason: 'failed' }))
    request.addEventListener('load', () => {
      const document = request.responseXML
      if (!document) return resolve({ document: null, reason: 'failed' })
      resolve({ document, status: request.status, address: request.responseURL })
    })
    request.open(method, address)
    request.responseType = 'document'
    request.send(body)
  })
}

/**
 * Makes this page what `answer` shows, and touches nothing that is the same on both: focus, scroll, a file that was
 * chosen, a part that was opened stay. With `keepsTyped` so does what was typed or ticked, and a form that holds some.
 * Fields that come in numbers need an id each, or the tick of one row would go over to the next.
 */
export function renew(page: Document, answer: Document, { keepsTyped }: { keepsTyped: boolean }): void {
  const [here, there] = [page.getElementById('main'), answer.getElementById('main')]
  if (!here || !there) return
  const isKept = (element: Element) => keepsTyped && isTyped(element)
  void Idiomorph.morph(here, there, {
    morphStyle: 'outerHTML',
    callbacks: {
      beforeNodeRemoved: (node) =>
        !(node instanceof HTMLFormElement && Array.from(node.elements).some(isKept)),
      beforeAttributeUpdated: (name, element) =>
        !(name === 'open' && element instanceof HTMLDetailsElement) &&
        !(contents.has(name) && isKept(element)),
    },
  })
  page.title = answer.title
}

/** Where idiomorph says that it would change what a field holds. */
const contents: ReadonlySet<string> = new Set(['value', 'checked', 'selected'])

/** It holds something else than when it came. */
function isTyped(field: Element): boolean {
  if (field instanceof HTMLOptionElement) return field.selected !== field.defaultSelected
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked
}
