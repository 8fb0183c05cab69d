import { isPhotoName } from '#app/domain/attachments/format'
import { foreseenRefusal } from '#app/domain/attachments/refusals'
import { bytesInWords } from '#app/ui/attachments/words'

/** Shows what was chosen before it is sent, and says at once why it would not be taken. `settled` after a change of page. */
export function showChosenFiles(page: Document): { settled: () => void } {
  const photos = new Map<Element, string>()

  const show = (field: HTMLInputElement) => {
    const place = placeOf(field)
    if (!place) return
    const [file] = field.files ?? []
    URL.revokeObjectURL(photos.get(place) ?? '')
    photos.delete(place)
    if (!file) return place.replaceChildren()
    const photo = photoOf(file)
    if (photo !== null) photos.set(place, photo)
    place.replaceChildren(rowOf(page, file, photo, refusalOf(field)))
  }

  page.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') show(target)
  })
  return {
    // Chosen before scripts ran, kept by the browser on the way back, or by a form that was not taken.
    settled: () => page.querySelectorAll<HTMLInputElement>('input[type="file"]').forEach(show),
  }
}

/** Why the file that is chosen in this field would not be taken; null where nothing speaks against it, or none is. */
export function refusalOf(field: HTMLInputElement): string | null {
  const [file] = field.files ?? []
  const wanted = field.dataset['takes']
  return file && (wanted === 'photo' || wanted === 'attachment') ? foreseenRefusal(file, wanted) : null
}

function placeOf(field: HTMLInputElement): Element | null {
  return field.closest('[data-file]')?.querySelector('[data-chosen]') ?? null
}

/** The address of a photo that is still on this machine alone. */
function photoOf(file: File): string | null {
  return isPhotoName(file.name) ? URL.createObjectURL(file) : null
}

function rowOf(page: Document, file: File, photo: string | null, refusal: string | null): HTMLElement {
  const row = page.createElement('div')
  const words = page.createElement('div')
  row.className = 'photo-row'
  if (photo !== null) {
    const image = page.createElement('img')
    image.src = photo
    image.alt = ''
    image.className = 'chosen-photo'
    row.append(image)
  }
  const add = (text: string, className: string) => {
    const line = page.createElement('p')
    line.textContent = text
    line.className = className
    words.append(line)
  }
  add(`選んだファイル：${file.name}（${bytesInWords(file.size)}）`, 'break-all')
  if (refusal !== null) add(`＊${refusal}`, 'field-error')
  row.append(words)
  return row
}
