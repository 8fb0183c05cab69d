import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node'
import { expect, it } from 'vitest'
import { freshWorld } from '#tests/support/world.server'
import { useConnections } from './connections.server'
import { openPage } from './page.server'

const asked = { requestId: '1', nonce: '1', clientAddress: '127.0.0.1' }

/** A site of one page, whose document is what Remix would send along with it; and what the page was shown. */
function siteOf(loader: object) {
  const shown: unknown[] = []
  const document = (_request: Request, _status: number, _headers: Headers, remix: EntryContext) => {
    shown.push(remix.staticHandlerContext.loaderData.root)
    return new Response(remix.serverHandoffStream as ReadableStream)
  }
  const root = { id: 'root', path: '', module: { default: () => null, loader } }
  const build = {
    ...{ entry: { module: { default: document } }, routes: { root }, future: { v3_singleFetch: true } },
    ...{ assets: { entry: {}, routes: {} }, publicPath: '/', isSpaMode: false },
  }
  return { answer: createRequestHandler(build as unknown as ServerBuild, 'production'), shown }
}

it('gives a page its data, and the browser none of it beside the page', async () => {
  await using world = await freshWorld()
  useConnections({ ...world, secureCookies: false, sample: false, contact: '総務課' })
  const data = { title: 'CANARY', rows: [{ id: 1, name: 'CANARY' }] }
  const { answer, shown } = siteOf(openPage(async () => ({ ...data })))

  const sent = await (await answer(new Request('http://127.0.0.1/'), asked)).text()
  expect(shown).toEqual([data])
  expect(Object.keys(shown[0] as object)).toEqual(['title', 'rows'])
  expect(sent).toContain('loaderData')
  expect(sent).not.toContain('CANARY')
})
