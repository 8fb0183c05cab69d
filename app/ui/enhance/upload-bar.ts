import { bytesInWords } from '#app/ui/attachments/words'
import type { Announce } from '#app/ui/enhance/announce'

/** What is sent sooner needs no bar. */
const QUIET_MS = 400

interface UploadBar {
  show: (sent: number, total: number, cancel: () => void) => void
  /** Takes it away. */
  end: () => void
  /** One sentence in its place. */
  say: (words: string) => void
}

/**
 * How far a file has come, and a way to stop it, in the form that sends it. Said aloud three times at most: that it goes,
 * that half has gone, that all has; the figure beside the bar is for the eyes.
 */
export function uploadBar(page: Document, form: HTMLFormElement, announce: Announce): UploadBar {
  const began = Date.now()
  const progress = page.createElement('progress')
  const figure = page.createElement('p')
  const stop = page.createElement('button')
  progress.className = 'upload-bar'
  figure.className = 'secondary'
  stop.type = 'button'
  stop.className = 'button button-secondary'
  stop.textContent = '送るのをやめる'

  // Asked for each time: what the server answers may have put another element there.
  const status = () => form.querySelector('[data-upload-status]')
  const place = () => form.querySelector('[data-upload-bar]')
  const say = (words: string) => {
    const region = status()
    if (!region) return announce(words)
    if (region.textContent !== words) region.textContent = words
  }
  say('')

  return {
    say,
    end() {
      place()?.replaceChildren()
      say('')
    },
    show(sent, total, cancel) {
      if (Date.now() - began < QUIET_MS) return
      say(phaseInWords(sent, total))
      stop.onclick = cancel
      if (sent >= total) {
        // All has left: what the server does with it cannot be measured, nor taken back.
        progress.removeAttribute('value')
        progress.setAttribute('aria-label', '確かめています')
        return place()?.replaceChildren(progress)
      }
      const percent = Math.floor((sent / total) * 100)
      progress.max = 100
      progress.value = percent
      progress.setAttribute('aria-label', '送った割合')
      figure.textContent = `${percent}%（${bytesInWords(sent)}／${bytesInWords(total)}）`
      if (!stop.isConnected) place()?.replaceChildren(progress, figure, stop)
    },
  }
}

function phaseInWords(sent: number, total: number): string {
  if (sent >= total) return 'ファイルが届きました。中身を確かめています。'
  return sent * 2 >= total ? '半分まで送りました。' : 'ファイルを送っています。'
}
