import type { Announce } from '#app/ui/enhance/announce'
import { refusalOf } from '#app/ui/enhance/chosen-files'
import { type Answer, askForPage, renew } from '#app/ui/enhance/documents'
import { uploadBar } from '#app/ui/enhance/upload-bar'

const UNSENT = '送れませんでした。ネットワークを確かめて、もう一度送ってください。'
const STOPPED = '送るのをやめました。'

/**
 * Sends a form with a file so that the person sees how far it has come and can stop it; what is sure to be refused is not
 * sent at all. A form that is not taken comes back with the file still chosen, which a page loaded anew would forget.
 */
export function sendFiles(page: Document, announce: Announce, settled: () => void): void {
  let isGoing = false

  const send = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
    isGoing = true
    const bar = uploadBar(page, form, announce)
    const address = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href
    const body = bodyOf(form, submitter)
    const answer = await askForPage({ method: 'POST', address, body, onProgress: bar.show })
    isGoing = false
    bar.end()
    follow(answer, bar.say)
  }

  const follow = (answer: Answer, say: (words: string) => void) => {
    if (!answer.document) {
      settled()
      return say(answer.reason === 'cancelled' ? STOPPED : UNSENT)
    }
    if (answer.status === 200) return location.assign(answer.address)
    const isFormAgain = answer.document.getElementById('error-summary') !== null
    if (isFormAgain) renew(page, answer.document, { keepsTyped: false })
    settled()
    if (!isFormAgain) say(sentencesOf(answer.document))
  }

  page.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    const field = form.querySelector<HTMLInputElement>('input[type="file"]')
    if (!field?.files?.length) return
    event.preventDefault()
    const refusal = refusalOf(field)
    if (refusal !== null) {
      settled()
      field.focus()
      return announce(refusal)
    }
    if (!isGoing) void send(form, event.submitter)
  })
}

function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const body = new FormData(form)
  if (submitter instanceof HTMLButtonElement && submitter.name) body.append(submitter.name, submitter.value)
  return body
}

/** What an error page says, for a page that stays as it is. */
function sentencesOf(answer: Document): string {
  const words = Array.from(answer.querySelectorAll('main h1, main p'), ({ textContent }) =>
    textContent.trim(),
  )
  return words.slice(0, 2).join('。')
}
