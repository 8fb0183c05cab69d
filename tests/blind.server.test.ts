import { beforeEach, expect, it } from 'vitest'
import { systemPersonId } from '#app/domain/organisation/actor'
import { importAppointments } from '#app/domain/organisation/appointments.server'
import { importPeople } from '#app/domain/organisation/people.server'
import { copyAttachments } from '#app/domain/attachments/storing.server'
import { growIntoProposal } from '#app/domain/memos/growing.server'
import { shareMemo } from '#app/domain/memos/sharing.server'
import { writeMemo } from '#app/domain/memos/writing.server'
import { reviseDraft } from '#app/domain/proposals/drafting.server'
import { acceptForReview } from '#app/domain/proposals/intake.server'
import { answerQuestion } from '#app/domain/proposals/proposer-questions.server'
import { submitProposal } from '#app/domain/proposals/submission.server'
import { recordTalk } from '#app/domain/proposals/three-party.server'
import { call, testFiles } from './access/calling.server'
import { castParts, type Signed, signAllIn } from './access/parts.server'
import { listEntrances } from './access/site'
import { makeSittings } from './access/sitting-story.server'
import * as story from './access/story.server'
import { contentIn } from './support/proposals.server'
import { smallTown } from './support/town.server'
import { attached, photoOf } from './support/uploads.server'
import { freshWorld, type TestWorld } from './support/world.server'
import { docxParts, zipOf } from './support/zip'

/*
 * 氏名を秘した審査: whoever judges a proposal finds nothing of its author on any page. Everything by which this author
 * can be known is a word that is found nowhere else.
 */

const canary = {
  name: '金糸雀　翡翠',
  kana: 'かなりあ　ひすい',
  employeeNumber: '987654',
  groupName: '孔雀石の会',
}
/** In the files that lie with a proposal, and in their names. */
const maker = 'CANARY-OF-A-FILE'
const traces = [maker, '金糸雀', 'かなりあ', canary.employeeNumber, canary.groupName, '小川', '000013']

const reviewers: readonly Signed[] = [
  ...(['secretariat', 'chair', 'recused', 'council', 'head', 'member', 'otherHead', 'employee'] as const),
]
const entrances = (await listEntrances()).filter(({ method }) => method === 'GET')
/** Who works here is no secret: each has a page, a line in the register, and can be named to stand in. What they propose is. */
const ofPerson = '/people/:id'
const registers = ['/admin/people', '/departments/:id/delegations/new']
const pages = entrances.filter(({ path }) => path !== ofPerson && !registers.includes(path))

let world: TestWorld
let telling: story.Telling
let proposals: number[]

beforeEach(async () => {
  world = await freshWorld()
  const town = await smallTown(world)
  const players = { ...(await castParts(world, town)), author: await hireCanary() }
  const content = { groupName: canary.groupName, coAuthorIds: [players.coAuthor] }
  telling = { world, town, players, content }
  proposals = [
    await story.toSubmitted(telling, '受付待ち'),
    await story.toConsidering(telling, '検討中'),
    await story.toConsulted(telling, '合議中', '申請書は変わりますか。'),
    await story.toAwaiting(telling, '委員会待ち'),
    await story.toCouncil(telling, '政策会議', '概要'),
    await story.toDecided(telling, '判定済み'),
  ]
  const before = (title: string) => story.toAwaiting(telling, title)
  const onAgenda = await before('議題')
  await attachCanaries([proposals[1] ?? 0, proposals.at(-1) ?? 0, onAgenda])
  await makeSittings(telling, {
    onAgenda,
    toScore: await before('採点中'),
    inMeeting: await before('審議中'),
    beforeCouncil: await story.toCouncil(telling, '政策会議の議題', '概要'),
  })
  const questionId = await story.askedOf(telling, proposals[1] ?? 0)
  await world.act(players.author, (ctx) => answerQuestion(ctx, { questionId, answer: '3つです。' }))
  await world.act(players.secretariat, (ctx) =>
    recordTalk(ctx, {
      ...{ proposalId: proposals[1] ?? 0, heldOn: '2026-06-01', proposerPresent: 1 },
      ...{ present: '小林、髙橋', note: '提案者から窓口の様子を聞いた。' },
    }),
  )
  await signAllIn(world, players)
  return () => world.close()
})

it('no reviewer finds the author of a hidden proposal on any page', async () => {
  expect(await findTraces(reviewers)).toEqual([])
})

it('the page of the author tells nobody of a hidden proposal', async () => {
  const page = entrances.find(({ path }) => path === ofPerson)
  if (!page) throw new Error('there is no such address')
  const asAuthor = { params: { id: String(telling.players.author) } }
  for (const part of reviewers) {
    const { status, text } = await call(world, page, { as: part, ...asAuthor })
    expect(status).toBe(200)
    for (const title of ['受付待ち', '検討中', '合議中', '委員会待ち', '政策会議', '判定済み'])
      expect(text).not.toContain(title)
  }
})

it('a proposal that grew out of a shared memo with its photo leads nobody to who wrote the memo', async () => {
  const { author, secretariat } = telling.players
  const { memoId } = await world.act(author, (ctx) => writeMemo(ctx, { text: '番号が見えない', photo: null }))
  await attached(world, {
    ...{ files: testFiles, by: author, subject: { memoId }, place: 'other' },
    ...{ fileName: `${maker}.jpg`, bytes: await photoOf(maker) },
  })
  await world.act(author, (ctx) => shareMemo(ctx, { memoId, sharing: 'staff' }))
  // As long as it looks for companions it stands there by name, which shows that this would find it.
  const before = await findTraces(['chair'])
  expect(before).toEqual(expect.arrayContaining(['chair: /memos', `chair: /memos/${memoId}`]))
  expect(before).toContainEqual(expect.stringMatching(/^chair: \/attachments\/\d+$/))

  const { proposalId } = await world.act(author, (ctx) => growIntoProposal(ctx, { memoId, companionIds: [] }))
  const content = contentIn(telling.town, { title: '番号を大きくする', currentSituation: '番号が見えない' })
  const { version } = await world.act(author, (ctx) => reviseDraft(ctx, { proposalId, version: 1, content }))
  await world.act(author, (ctx) => submitProposal(ctx, { proposalId, version }))
  const leadDepartmentId = telling.town.departments.citizens
  await world.act(secretariat, (ctx) =>
    acceptForReview(ctx, {
      ...{ proposalId, leadDepartmentId },
      asked: [{ departmentId: leadDepartmentId, dueOn: '2026-06-15' }],
    }),
  )
  expect(await namedFilesOf(proposalId)).toHaveLength(1)
  expect(await findTraces(reviewers)).toEqual([])
})

it('after the notice everybody finds the author on the page of that proposal', async () => {
  const decided = proposals.at(-1) ?? 0
  await story.notify(telling, decided)
  const found = await findTraces(reviewers)
  for (const part of reviewers) expect(found).toContain(`${part}: /proposals/${decided}`)
  const others = proposals.filter((id) => id !== decided)
  const early = found.filter((place) => others.some((id) => place.includes(`/proposals/${id}`)))
  expect(early).toEqual([])
  const files = found.filter((place) => /^chair: \/attachments\/\d+$/.test(place))
  expect(files.toReversed()).toEqual((await namedFilesOf(decided)).map((id) => `chair: /attachments/${id}`))
})

it('the names for the secretariat alone are found by nobody, after the notice as before', async () => {
  telling = { ...telling, content: { ...telling.content, nameDisclosure: 'secretariatOnly' } }
  await story.toNotified(telling, '事務局だけ')
  expect(await findTraces(reviewers)).toEqual([])
})

it('the secretariat looks at a hidden name by an act of its own, which the log keeps', async () => {
  const reveal = (await listEntrances()).find(({ name }) => name === 'POST /proposals/:id/authors')
  if (!reveal) throw new Error('there is no such address')
  const answer = await call(world, reveal, { as: 'secretariat', params: { id: String(proposals[0]) } })
  expect(answer.text).toContain('金糸雀')
  const logged = await world.reader
    .selectFrom('events')
    .select('proposalId')
    .where('kind', '=', 'proposal.authorsRevealed')
    .execute()
  expect(logged).toEqual([{ proposalId: proposals[0] }])
})

/** Everything that a program writes its user's name into, under a name that says whose it is. */
async function attachCanaries(proposalIds: readonly number[]): Promise<void> {
  const { author } = telling.players
  const proposalId = await story.toDraft(telling, '写しの元')
  const upload = { files: testFiles, by: author, subject: { proposalId } }
  const core = `<dc:creator>${maker}</dc:creator>`
  const kinds = [
    { fileName: `${maker}.jpg`, bytes: await photoOf(maker), place: 'before' },
    { fileName: `${maker}.docx`, bytes: zipOf([...docxParts, { name: 'docProps/core.xml', content: core }]) },
    { fileName: `${maker}.pdf`, bytes: Buffer.from(`%PDF-1.7\n<< /Author (${maker}) >>\n%%EOF`) },
    { fileName: `${maker}.csv`, bytes: Buffer.from('窓口,10\n') },
  ] as const
  for (const kind of kinds) await attached(world, { ...upload, ...kind })
  for (const id of proposalIds) {
    await world.act(author, (ctx) => copyAttachments(ctx, { proposalId }, { proposalId: id }))
  }
}

/** All keep their names once the author is known. */
async function namedFilesOf(proposalId: number): Promise<number[]> {
  const rows = await world.reader
    .selectFrom('attachments')
    .select('id')
    .where('proposalId', '=', proposalId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Every page of everything there is, as each of these: where a trace of an author was found. */
async function findTraces(readers: readonly Signed[]): Promise<string[]> {
  const found: string[] = []
  for (const page of pages) {
    for (const id of await keysFor(page.path)) {
      for (const part of readers) {
        const { text } = await call(world, page, { as: part, params: id === null ? {} : { id: String(id) } })
        const place = `${part}: ${page.path.replace(':id', String(id))}`
        if (traces.some((trace) => text.includes(trace))) found.push(place)
      }
    }
  }
  return found
}

/** An address of keys begins with the name of their table. */
async function keysFor(path: string): Promise<(number | null)[]> {
  const named = /^\/(\w+)\/:id/.exec(path)?.[1] as 'proposals' | undefined
  const others: Readonly<Record<string, string>> = {
    agenda: 'agendaItems',
    dialogue: 'proposerQuestions',
    rounds: 'spreadRounds',
  }
  const table = (named && (others[named] ?? named)) as 'proposals' | undefined
  if (!table) return [null]
  const rows = await world.reader.selectFrom(table).select('id').orderBy('id', 'desc').limit(12).execute()
  return rows.map(({ id }) => id)
}

async function hireCanary(): Promise<number> {
  const { employeeNumber, name, kana } = canary
  return world.act(systemPersonId, async (ctx) => {
    await importPeople(ctx, [{ employeeNumber, name, kana, employmentType: 'regular', email: null }])
    await importAppointments(ctx, [
      {
        ...{ employeeNumber, departmentCode: '010200', postCode: 'clerk', kind: 'main' },
        ...{ validFrom: '2024-04-01', validTo: null },
      },
    ])
    const { id } = await ctx.tx
      .selectFrom('people')
      .select('id')
      .where('employeeNumber', '=', employeeNumber)
      .executeTakeFirstOrThrow()
    return id
  })
}
