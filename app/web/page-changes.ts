import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { enhance } from '#app/ui/enhance'

const QUIET_MS = 300
const ERROR = 'エラー：'

/** Whether the first page, which the browser has announced itself, is behind us. Outlives a change to the error page. */
let isUnderWay = false

/**
 * What a browser does on loading a page and a change of page by script does not: the focus goes to the content, the
 * title is read out, a wait is shown. `title` is for a live region.
 */
export function usePageChanges(): { title: string; isSlow: boolean } {
  const { state } = useNavigation()
  const { key } = useLocation()
  const [title, setTitle] = useState('')
  const [isSlow, setSlow] = useState(false)
  const [enhanced, setEnhanced] = useState<ReturnType<typeof enhance>>()

  useEffect(() => {
    const started = enhance(document)
    setEnhanced(started)
    return started.stop
  }, [])

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

  return { title, isSlow }
}

/** A refused form says so in the title as well, which is what is read first. */
function markErrors() {
  const plain = document.title.replace(ERROR, '')
  document.title = document.getElementById('error-summary') ? ERROR + plain : plain
}
