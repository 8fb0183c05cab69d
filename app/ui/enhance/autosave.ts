import type { Announce } from '#app/ui/enhance/announce'
import { clockOf } from '#app/ui/enhance/words'

const PAUSE_MS = 2000
/** What browsers send to its end although the page has gone, in bytes of all such requests together, less their heads. */
const KEPT_ALIVE = 60_000
const FAILED = '下書きを自動で保存できませんでした。「下書きを保存する」を押してください。'
const OVERTAKEN =
  '別の画面でこの下書きが更新されたため、自動の保存を止めました。送信すると両方の内容を見比べられます。'

/** One form with `data-autosave`, as far as keeping its draft goes. */
interface Draft {
  form: HTMLFormElement
  unsaved: boolean
  failing: boolean
  /** The first success was said aloud; the later ones are only shown. */
  told: boolean
  /** Newer text was saved elsewhere: saving on would overwrite it. */
  overtaken: boolean
  /** What the server called the draft: its version, and its key where the form had none yet. */
  saved: Readonly<Record<string, number>>
  running: Promise<void> | null
  timer: ReturnType<typeof setTimeout> | undefined
}

/** What the next save must carry; and the page of the draft where the form may stand on that of a new one. */
type Kept = Readonly<Record<string, number | string>> & { readonly address?: string }

/** Keeps what is typed: two seconds after the last change, on leaving a field and on leaving the page. */
export function autosave(page: Document, announce: Announce) {
  const drafts = new Map<HTMLFormElement, Draft>()
  const draftOf = (target: EventTarget | null): Draft | undefined => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-autosave]') : null
    return form ? (drafts.get(form) ?? begin(drafts, form)) : undefined
  }

  const onInput = ({ target }: Event) => {
    const draft = draftOf(target)
    if (!draft) return
    draft.unsaved = true
    clearTimeout(draft.timer)
    draft.timer = setTimeout(() => void save(draft, announce), PAUSE_MS)
  }
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    // Whoever goes to a button is about to send the form anyway.
    if (relatedTarget instanceof HTMLButtonElement) return
    const draft = draftOf(target)
    if (draft) void save(draft, announce)
  }
  const onHidden = () => {
    if (page.visibilityState === 'hidden') for (const draft of drafts.values()) void save(draft, announce)
  }
  const onSubmit = (event: SubmitEvent) => {
    const draft = drafts.get(event.target as HTMLFormElement)
    if (!draft) return
    clearTimeout(draft.timer)
    draft.unsaved = false
    if (!draft.running) return
    // Sending now would carry the version from before the running save, and look like a conflict with oneself.
    event.preventDefault()
    event.stopImmediatePropagation()
    void draft.running.then(() => draft.form.requestSubmit(event.submitter))
  }
  const onLeave = (event: BeforeUnloadEvent) => {
    for (const draft of drafts.values()) if (draft.failing && draft.unsaved) event.preventDefault()
  }

  page.addEventListener('input', onInput)
  page.addEventListener('focusout', onBlur)
  page.addEventListener('visibilitychange', onHidden)
  page.addEventListener('submit', onSubmit, { capture: true })
  page.defaultView?.addEventListener('beforeunload', onLeave)
}

function begin(drafts: Map<HTMLFormElement, Draft>, form: HTMLFormElement): Draft {
  const draft: Draft = {
    form,
    unsaved: false,
    failing: false,
    told: false,
    overtaken: false,
    saved: {},
    running: null,
    timer: undefined,
  }
  drafts.set(form, draft)
  const onFormData = ({ formData }: FormDataEvent) => {
    for (const [name, value] of Object.entries(draft.saved)) {
      if (value > Number(formData.get(name) ?? 0)) formData.set(name, String(value))
    }
  }
  form.addEventListener('formdata', onFormData)
  return draft
}

async function save(draft: Draft, announce: Announce): Promise<void> {
  clearTimeout(draft.timer)
  await draft.running
  if (!draft.unsaved || draft.overtaken) return
  draft.unsaved = false
  draft.running = post(draft, announce).finally(() => {
    draft.running = null
  })
  await draft.running
}

async function post(draft: Draft, announce: Announce): Promise<void> {
  const { form } = draft
  const body = textsOf(form)
  try {
    const response = await fetch(form.dataset['autosave'] ?? '', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      // Whoever follows a link right after typing leaves while this is under way.
      keepalive: body.toString().length < KEPT_ALIVE,
    })
    if (response.status === 409) {
      draft.overtaken = true
      say(form, OVERTAKEN, announce)
      return
    }
    if (!response.ok) throw new Error(String(response.status))
    // A page instead of JSON is the sign-in page: the session has ended.
    const { address, ...saved } = (await response.json()) as Kept
    draft.saved = saved as Record<string, number>
    // “Back” from the next page, and reading anew, lead to the draft and not to an empty form.
    if (address !== undefined && address !== location.pathname) history.replaceState(null, '', address)
    say(
      form,
      `下書きは${clockOf(new Date())}に保存しました`,
      draft.told && !draft.failing ? undefined : announce,
    )
    draft.told = true
    draft.failing = false
  } catch {
    draft.unsaved = true
    if (!draft.failing) say(form, FAILED, announce)
    draft.failing = true
  }
}

/** What is typed, without files: a draft keeps those when they are sent. */
function textsOf(form: HTMLFormElement): URLSearchParams {
  const texts = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts.append(name, value)
  return texts
}

function say(form: HTMLFormElement, words: string, announce: Announce | undefined) {
  const status = form.querySelector('[data-autosave-status]')
  if (status) status.textContent = words
  announce?.(words)
}
