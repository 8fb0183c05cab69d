import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { compress } from '#app/server/compress'
import { log, traceOf } from '#app/server/log'
import { NonceProvider } from '#app/ui/nonce'
import { isUnavailable } from '#db/connect.server'

/** Requests in which the database could not work just now: their answer is 503, “come again”, not 500. */
const unavailable = new WeakSet<AppLoadContext>()

/** Milliseconds until Remix gives up on promises among the data: there are none, so its timer need not outlive the answer. */
export const streamTimeout = 0

export default async function answerDocument(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context
  const html = await renderDocument(remix, nonce, () => (
    <NonceProvider value={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </NonceProvider>
  ))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const accepted = request.headers.get('accept-encoding') ?? undefined
  return new Response(compress(Buffer.from(html), accepted, headers), {
    headers,
    status: unavailable.has(context) ? 503 : status,
  })
}

export function handleDataRequest(response: Response, { context }: LoaderFunctionArgs): Response {
  return unavailable.has(context)
    ? new Response(response.body, { headers: response.headers, status: 503 })
    : response
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

/**
 * Renders in one pass. React's streams would cost a third more, and there is nothing to wait for: no loader may
 * return a bare promise. The loaders' data, which Remix puts into such a stream, is appended by hand.
 */
async function renderDocument(
  remix: EntryContext,
  nonce: string,
  element: () => ReactElement,
): Promise<string> {
  const stream = remix.serverHandoffStream as ReadableStream<Uint8Array> | undefined
  delete remix.serverHandoffStream
  const html = renderToString(element())
  if (!stream) return `<!DOCTYPE html>${html}`

  const handoff = escapeForScript(JSON.stringify(await new Response(stream).text()))
  const controller = 'window.__remixContext.streamController'
  const script = `<script nonce="${nonce}">${controller}.enqueue(${handoff});${controller}.close();</script>`
  return `<!DOCTYPE html>${html.replace('</body>', () => `${script}</body>`)}`
}

const escapes: Readonly<Record<string, string>> = {
  '&': '\\u0026',
  '>': '\\u003e',
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

function escapeForScript(json: string): string {
  return json.replace(/[&><\u2028\u2029]/g, (character) => escapes[character] ?? '')
}
