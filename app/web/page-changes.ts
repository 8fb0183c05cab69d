import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { errorMark } from './title'

const QUIET_MS = 300

/** Starts what scripts add to the page; given by root.tsx, since this room knows no screens. */
type Enhance = (page: Document) => { settled(): void; stop(): void }

/** Both outlive the document that React builds anew where the root itself fails. */
let isHydrated = false
/** The first page, which the browser has announced itself, is behind us. */
let isUnderWay = false

/**
 * What a browser does on loading a page and a change of page by script does not: the focus goes to the content, the
 * title is read out, a wait is shown. `title` is for a live region; `isFirstDocument` is false for a document that
 * scripts have built, into which the content security policy lets no further script.
 */
export function usePageChanges(enhance: Enhance): {
  title: string
  isSlow: boolean
  isFirstDocument: boolean
} {
  const { state } = useNavigation()
  const { key } = useLocation()
  const [title, setTitle] = useState('')
  const [isSlow, setSlow] = useState(false)
  const [isFirstDocument] = useState(() => !isHydrated)
  const [enhanced, setEnhanced] = useState<ReturnType<Enhance>>()

  useEffect(() => {
    isHydrated = true
    const started = enhance(document)
    setEnhanced(started)
    return started.stop
  }, [enhance])

  useEffect(() => {
    if (state === 'idle') return
    isUnderWay = true
    const timer = setTimeout(() => setSlow(true), QUIET_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [state])

  useEffect(() => {
    document.getElementById('main')?.setAttribute('aria-busy', String(isSlow))
  }, [isSlow])

  useEffect(() => {
    if (state !== 'idle') return
    markErrors()
    if (!isUnderWay) return
    setTitle(document.title)
    document.getElementById('main')?.focus({ preventScroll: true })
    enhanced?.settled()
  }, [state, key, enhanced])

  return { title, isSlow, isFirstDocument }
}

/** A refused form says so in the title as well, which is what is read first. */
function markErrors() {
  const plain = document.title.replace(errorMark, '')
  document.title = document.getElementById('error-summary') ? errorMark + plain : plain
}
