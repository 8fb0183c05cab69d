import { useEffect, useSyncExternalStore } from 'react'

/** The file that this page is sending, or that the person has just stopped sending. */
export type Upload =
  | { readonly state: 'going'; readonly sent: number; readonly total: number; readonly cancel: () => void }
  | { readonly state: 'cancelled' }

/** What came of sending: the server's answer, or none since the person or the network broke it off. */
export type Sent =
  | { readonly outcome: 'answered'; readonly status: number; readonly isJson: boolean; readonly text: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed' }

let upload: Upload | null = null
const listeners = new Set<() => void>()

/** How far the file has come; null before any was sent, and always without scripts. */
export function useUpload(): Upload | null {
  useEffect(() => () => show(null), [])
  return useSyncExternalStore(
    listen,
    () => upload,
    () => null,
  )
}

/** Sends a form with a file. By XMLHttpRequest, for `fetch` does not tell how much of a body has left. */
export function sendForm(address: string, body: FormData): Promise<Sent> {
  const request = new XMLHttpRequest()
  const cancel = () => request.abort()
  return new Promise<Sent>((resolve) => {
    const end = (sent: Sent) => {
      show(sent.outcome === 'cancelled' ? { state: 'cancelled' } : null)
      resolve(sent)
    }
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      show({ state: 'going', sent: loaded, total, cancel }),
    )
    request.addEventListener('abort', () => end({ outcome: 'cancelled' }))
    request.addEventListener('error', () => end({ outcome: 'failed' }))
    request.addEventListener('load', () => {
      const isJson = (request.getResponseHeader('content-type') ?? '').startsWith('application/json')
      end({ outcome: 'answered', status: request.status, isJson, text: request.responseText })
    })
    request.open('POST', address)
    request.send(body)
  })
}

function show(now: Upload | null): void {
  upload = now
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
