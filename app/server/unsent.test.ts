import type { EntryContext, ServerBuild } from '@remix-run/node'
import { expect, it } from 'vitest'
import { createNarrowHandler } from '#app/server/routing'

const asked = { requestId: '1', clientAddress: '127.0.0.1' }

/** A site of one page, whose document is what Remix would send along with it; and what the page was shown. */
function siteOf(loader: () => Promise<unknown>) {
  const shown: unknown[] = []
  const document = (_request: Request, _status: number, _headers: Headers, remix: EntryContext) => {
    shown.push(remix.staticHandlerContext.loaderData['page'])
    return new Response(remix.serverHandoffStream as ReadableStream)
  }
  const routes = {
    root: { id: 'root', path: '', module: { default: () => null } },
    page: { id: 'page', parentId: 'root', path: 'page', module: { default: () => null, loader } },
  }
  const build = {
    ...{ entry: { module: { default: document } }, routes, future: { v3_singleFetch: true } },
    ...{ assets: { entry: {}, routes: {} }, publicPath: '/', isSpaMode: false },
  }
  return { answer: createNarrowHandler(build as unknown as ServerBuild, 'production'), shown }
}

it('gives a page its data, and the browser none of it beside the page', async () => {
  const data = { title: 'CANARY', rows: [{ id: 1, name: 'CANARY' }] }
  const { answer, shown } = siteOf(async () => ({ ...data }))
  const sent = await (await answer(new Request('http://127.0.0.1/page'), asked)).text()
  expect(shown).toEqual([data])
  expect(Object.keys(shown[0] as object)).toEqual(['title', 'rows'])
  expect(sent).toContain('loaderData')
  expect(sent).not.toContain('CANARY')
})

it('shows a list and a lack as they are', async () => {
  for (const data of [['a', 'b'], null, '', 7]) {
    const { answer, shown } = siteOf(async () => data)
    await answer(new Request('http://127.0.0.1/page'), asked)
    expect(shown).toEqual([data])
  }
})
