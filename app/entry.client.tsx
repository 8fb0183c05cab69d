import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'

await readData()
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})

/**
 * Remix reads the data that came with the page inside its first render, and suspends the whole root meanwhile. A key that
 * is pressed in that moment makes React finish at once what cannot be finished yet, and it gives up: “Root did not
 * complete” (remix-run/remix issue 10214). So the data is read before there is a root.
 */
async function readData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}
