import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { compress } from '#app/server/compress'
import { log, traceOf } from '#app/server/log'
import { EntryScriptProvider } from '#app/ui/entry-script'
import { isUnavailable } from '#db/connect.server'

/** Requests in which the database could not work just now: their answer is 503, “come again”, not 500. */
const unavailable = new WeakSet<AppLoadContext>()

/** Milliseconds until Remix gives up on promises among the data: there are none, so its timer need not outlive the answer. */
export const streamTimeout = 0

/**
 * Renders in one pass: React's streams would cost a third more, and there is nothing to wait for, since no loader may
 * return a bare promise. The loaders' data stays here, and so do React's own marks, for it does not go on in the browser.
 */
export default function answerDocument(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  delete remix.serverHandoffStream
  const html = renderToStaticMarkup(
    <EntryScriptProvider value={remix.manifest.entry.module}>
      <RemixServer context={remix} url={request.url} />
    </EntryScriptProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const accepted = request.headers.get('accept-encoding') ?? undefined
  return new Response(compress(bytesOf(`<!DOCTYPE html>${html}`), accepted, headers), {
    headers,
    status: unavailable.has(context) ? 503 : status,
  })
}

/** Three bytes for each of the longest page so far: whoever writes into it need not ask first how much it will be. */
let paper = Buffer.alloc(256 * 1024)

/** Good until the next page is written. */
function bytesOf(page: string): Buffer {
  if (paper.length < page.length * 3) paper = Buffer.alloc(page.length * 3)
  return paper.subarray(0, paper.write(page))
}

/** Without this Remix prints two stack traces, with the address, for every missing page. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  if (isUnavailable(error)) unavailable.add(context)
  log.error({
    requestId: context.requestId,
    error: traceOf(error),
  })
}
