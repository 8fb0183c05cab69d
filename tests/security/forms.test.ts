import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPassword } from '#tests/support/accounts.server'
import { type BuiltServer, endedToken, startBuiltServer } from '#tests/support/server'

/* What happens to what people type: sent twice, sent by two, sent too late, and sent with more than was asked. */

let server: BuiltServer

beforeAll(async () => {
  server = await startBuiltServer()
}, 60_000)
afterAll(() => server.stop())

const typed = {
  ...{ title: '番号札の下書き', currentSituation: '', proposal: '' },
  ...{ nameDisclosure: 'disclosed', willingness: 'together', keep: 'on' },
}

const proposalsNamed = (title: string) => server.rows('select * from "proposals" where "title" = ?', title)

it('twenty times the same form makes one proposal, and twenty times the same answer', async () => {
  const form = { ...typed, title: '二十回', formKey: 'k'.repeat(34) }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => server.ask({ as: 'author', path: '/proposals/new', form })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]))
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
  expect(proposalsNamed('二十回')).toHaveLength(1)
})

it('the key of another person’s form brings back nothing of theirs', async () => {
  const form = { ...typed, title: '同じ鍵', formKey: 'o'.repeat(34) }
  const own = await server.ask({ as: 'author', path: '/proposals/new', form })
  const other = await server.ask({ as: 'employee', path: '/proposals/new', form })
  expect(other.headers.location).not.toBe(own.headers.location)
  expect(proposalsNamed('同じ鍵')).toHaveLength(2)
})

it('who saves second is shown both texts, and nothing is overwritten', async () => {
  const { ids, players } = server.objects
  const path = `/proposals/${ids.draft}/edit`
  const members = { ...typed, coAuthorIds: String(players.coAuthor), version: '1' }
  const first = await server.ask({ as: 'author', path, form: { ...members, title: '先の題名' } })
  const second = await server.ask({ as: 'coAuthor', path, form: { ...members, title: '後の題名' } })
  expect([first.status, second.status]).toEqual([302, 409])
  const shown = second.body.toString('utf8')
  expect(shown).toContain('先の題名')
  expect(shown).toContain('後の題名')
  expect(proposalsNamed('後の題名')).toEqual([])
})

it('fields that the form does not have change nothing', async () => {
  const plain = { ...typed, title: '欲のない下書き' }
  const greedy = {
    ...{ ...typed, title: '欲張りな下書き', id: '1', stage: 'notified', version: '99', seq: '1' },
    ...{ receiptNumber: 'R8-999', receiptSeq: '999', submittedAt: '2020-01-01', notifiedAt: '2020-01-01' },
    ...{ leadDepartmentId: '1', decisionId: '1', fiscalYear: '2024', campaignId: '1', previousId: '1' },
    ...{
      departmentId: '1',
      personId: '1',
      actorId: '1',
      authorIds: '1',
      isAdmin: '1',
      createdAt: '2020-01-01',
    },
  }
  for (const form of [plain, greedy]) {
    expect((await server.ask({ as: 'author', path: '/proposals/new', form })).status).toBe(302)
  }
  const [honest] = proposalsNamed(plain.title)
  const [grown] = proposalsNamed(greedy.title)
  const itsOwn = ['id', 'title', 'createdAt', 'updatedAt', 'stageSince']
  const without = (row: unknown) =>
    Object.fromEntries(Object.entries(row as object).filter(([column]) => !itsOwn.includes(column)))
  expect(without(grown)).toEqual(without(honest))
  const writers = server.rows(
    'select "personId" from "authorships" where "proposalId" = ?',
    (grown as { id: number }).id,
  )
  expect(writers).toEqual([{ personId: server.objects.players.author }])
})

it('the draft of another person is not reached by a key in the form', async () => {
  const practiceId = server.objects.ids.practiceDraft
  const form = { title: '乗っ取り', practiceId: String(practiceId), version: '1' }
  for (const path of ['/practices/new', '/practices/new/kept', '/practices/new/draft']) {
    const { status } = await server.ask({ as: 'employee', path, form })
    expect([403, 404, 422]).toContain(status)
  }
  expect(server.rows('select "id" from "practices" where "title" = ?', '乗っ取り')).toEqual([])
})

it('what was typed when the session was over comes back after signing in, to nobody but its author', async () => {
  const words = '席を外していた間の言葉'
  const lost = await server.ask({
    path: '/proposals/new',
    form: { ...typed, proposal: words },
    headers: { cookie: `sid=${endedToken}` },
  })
  expect(lost.status).toBe(302)
  const place = String(lost.headers.location)
  expect(place).toMatch(/^\/sign-in\?.*resume=/)

  const signedIn = await server.ask({
    path: place,
    form: { employeeNumber: '000004', password: testPassword },
  })
  expect(signedIn.status).toBe(302)
  const [cookie = ''] = String(signedIn.headers['set-cookie']).split(';')
  const back = String(signedIn.headers.location)

  const again = await server.ask({ path: back, headers: { cookie } })
  expect(again.body.toString('utf8')).toContain(words)
  const other = await server.ask({ as: 'employee', path: back })
  expect(other.status).toBe(200)
  expect(other.body.toString('utf8')).not.toContain(words)
})

it('what is typed is never markup', async () => {
  const evil = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>{{7*7}}`
  const saved = await server.ask({
    as: 'author',
    path: '/proposals/new',
    form: { ...typed, title: evil.slice(0, 40), proposal: `${evil} javascript:alert(3)` },
  })
  const page = await server.ask({ as: 'author', path: String(saved.headers.location) })
  const html = page.body.toString('utf8')
  expect(page.status).toBe(200)
  expect(html).toContain('alert(1)')
  expect(html).not.toContain('<img src=x')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('href="javascript:')
})

it('the sixth guess at the current password within an hour is turned away, with the time to wait', async () => {
  const next = 'umi to yama to kaze'
  const guess = () =>
    server.ask({
      as: 'council',
      path: '/account/password',
      form: { current: 'not the password', next, again: next },
    })
  for (let count = 0; count < 5; count += 1) expect((await guess()).status).toBe(422)
  const refused = await guess()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000)
  expect(refused.body.toString('utf8')).toContain('続けて誤りがあったため')
})
