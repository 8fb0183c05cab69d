import { expect, it } from 'vitest'
import { type BuiltServer, startBuiltServer } from '#tests/support/server'

/* T-VOTE, asked of the server as it is built: many requests at once over real connections. */

const marks = (mark: number) =>
  Object.fromEntries([0, 1, 2, 3, 4].map((place) => [`marks[${place}]`, String(mark)]))

async function withServer(run: (server: BuiltServer) => Promise<void>): Promise<void> {
  const server = await startBuiltServer()
  try {
    await run(server)
  } finally {
    await server.stop()
  }
}

function actsOn({ ask, objects: { sittings }, rows }: BuiltServer) {
  const { scoring: item } = sittings.items
  return {
    score: (mark: number) => ask({ as: 'chair', path: `/agenda/${item}/score`, form: marks(mark) }),
    open: () => ask({ as: 'secretariat', path: `/sittings/${sittings.scoring}/opening`, form: {} }),
    sheets: () => rows('select "pointsTenths" as points from "scoreSheets" where "agendaItemId" = ?', item),
    opened: () => rows('select "scorers", "meanTenths" as mean from "agendaItems" where "id" = ?', item),
  }
}

it('fifty scores that one member sends at once leave one', async () => {
  await withServer(async (server) => {
    const { score, sheets, open, opened } = actsOn(server)
    const answers = await Promise.all(Array.from({ length: 50 }, (_, turn) => score(1 + (turn % 5))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]))
    const [sheet, ...more] = sheets() as { points: number }[]
    expect(more).toEqual([])
    await open()
    expect(opened()).toEqual([{ scorers: 1, mean: sheet?.points }])
  })
}, 60_000)

it.each(['the score', 'the opening'])(
  'a score at the moment of opening is counted or refused, never both and never neither: %s is sent first',
  async (first) => {
    await withServer(async (server) => {
      const { score, sheets, open, opened } = actsOn(server)
      const isFirst = first === 'the score'
      const early = isFirst ? score(4) : undefined
      const opening = open()
      const [answer, openedAt] = await Promise.all([early ?? score(4), opening])
      expect(openedAt.status).toBe(302)
      const isCounted = answer.status === 302
      if (!isCounted) expect(answer.body.toString()).toContain('採点を開示したため')
      expect(sheets()).toEqual(isCounted ? [{ points: 800 }] : [])
      expect(opened()).toEqual([isCounted ? { scorers: 1, mean: 800 } : { scorers: 0, mean: null }])
      expect((await score(5)).status).toBe(403)
      expect(sheets()).toEqual(isCounted ? [{ points: 800 }] : [])
    })
  },
  60_000,
)
