import { useNavigate, useSubmit } from '@remix-run/react'
import { useEffect } from 'react'

let isAfterPost = false

/** Whether the page shown answers a POST sent by script, so that what the loaders said before is not about it. */
export function answersScriptedPost(): boolean {
  return isAfterPost
}

/**
 * Pages are written with plain `<a>` and `<form>`, which work without scripts. Where scripts run, one listener for each
 * turns them into changes of page without a reload. `data-native` leaves a link or a form to the browser.
 */
export function usePlainDocuments(): void {
  const navigate = useNavigate()
  const submit = useSubmit()

  useEffect(() => {
    const ended = new AbortController()

    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !isOurs(event, link)) return
      if (isHere(link)) return goTo(event, link)
      event.preventDefault()
      isAfterPost = false
      navigate(link.pathname + link.search + link.hash)
    }

    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (event.defaultPrevented || !(form instanceof HTMLFormElement) || 'native' in form.dataset) return
      const { submitter } = event
      // Not `form.action` and `form.method`: a field of that name would stand in for them.
      const method = submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get'
      if (!isVerb(method) || submitter?.hasAttribute('formtarget')) return
      event.preventDefault()
      const here = location.pathname + (method === 'post' ? location.search : '')
      const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? here
      isAfterPost = method === 'post'
      submit(isButton(submitter) ? submitter : form, { method, action })
    }

    document.addEventListener('click', onClick, ended)
    document.addEventListener('submit', onSubmit, ended)
    return () => ended.abort()
  }, [navigate, submit])
}

function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isPlainClick =
    !event.defaultPrevented &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  const isPlainLink =
    link.origin === location.origin &&
    !link.target &&
    !link.hasAttribute('download') &&
    !('native' in link.dataset)
  return isPlainClick && isPlainLink
}

/** To the same page: a place on it, or a wish to load it anew. */
function isHere(link: HTMLAnchorElement): boolean {
  return link.pathname + link.search === location.pathname + location.search
}

/**
 * To a place on this page. Left to the browser it would be a change of page to the router, which then forgets what the
 * last POST answered: the first error that somebody goes to would make all of them vanish.
 */
function goTo(event: MouseEvent, link: HTMLAnchorElement) {
  const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!place) return
  event.preventDefault()
  history.replaceState(history.state, '', link.hash)
  place.scrollIntoView()
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus({ preventScroll: true })
}

function isVerb(method: string): method is 'get' | 'post' {
  return method === 'get' || method === 'post'
}

function isButton(submitter: HTMLElement | null): submitter is HTMLButtonElement | HTMLInputElement {
  return submitter instanceof HTMLButtonElement || submitter instanceof HTMLInputElement
}
