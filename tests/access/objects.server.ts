import { smallTown, type SmallTown } from '#tests/support/town.server'
import { linkSubject } from '#app/domain/accounts/linking.server'
import { appointPerson } from '#app/domain/organisation/appointing.server'
import { nameDelegate } from '#app/domain/organisation/delegating.server'
import { listDelegations } from '#app/domain/organisation/delegations.server'
import { addReason, listAllReasons, retireReason } from '#app/domain/organisation/keeping-reasons.server'
import { listAppointmentsOf, listSeatsOf } from '#app/domain/organisation/people-lookup.server'
import { bringIn, upload } from '#tests/support/imports.server'
import { confirmed, reported } from '#tests/support/practices.server'
import { copyAttachments } from '#app/domain/attachments/storing.server'
import { addTemplate } from '#app/domain/proposals/answer-templates.server'
import { saveSearch } from '#app/domain/improvements/saved-searches.server'
import { draftPractice } from '#app/domain/practices/drafting.server'
import { emptyContent, type PracticeContent } from '#app/domain/practices/content'
import { attached, photoOf } from '#tests/support/uploads.server'
import { deadProvider } from '#tests/support/dead-provider'
import type { TestWorld } from '#tests/support/world.server'
import { castParts, type Players, signAllIn, type Signed, signed } from './parts.server'
import {
  improveAYearAgo,
  makeMemos,
  makeRounds,
  type Memos,
  newestImprovement,
  type Rounds,
} from './library-story.server'
import { leaveOne, type Left } from './carry-over-story.server'
import { planTwo, type Reorganisations } from './reorganisation-story.server'
import { makeSittings, type Sittings } from './sitting-story.server'
import * as story from './story.server'

const authors: readonly Signed[] = ['author', 'coAuthor']
const committee: readonly Signed[] = ['chair', 'recused']
const asked: readonly Signed[] = ['head', 'member']
const reviewed: readonly Signed[] = [...authors, 'secretariat', ...committee, ...asked]

/**
 * What there is to be hidden, and from whom it is not. The title of an object holds its name between brackets, so that
 * an answer can be searched for it; the last ones are words inside an object.
 */
export const readers = {
  draft: authors,
  submitted: [...authors, 'secretariat'],
  declined: [...authors, 'secretariat'],
  merged: [...authors, 'secretariat', ...committee],
  considering: reviewed,
  /** 福祉課 was asked for its opinion. */
  consulted: [...reviewed, 'otherHead', 'employee'],
  awaiting: reviewed,
  inCouncil: [...reviewed, 'council'],
  onHold: [...reviewed, 'employee'],
  onAgenda: reviewed,
  toScore: reviewed,
  inMeeting: reviewed,
  beforeCouncil: [...reviewed, 'council'],
  decided: reviewed,
  notified: signed,
  notAdopted: signed,
  implementing: signed,
  implemented: signed,
  practiceDraft: ['member'],
  practiceReported: ['member', 'head', 'secretariat'],
  practiceConfirmed: signed,
  unsentAnswer: asked,
  askedForOpinion: [...asked, 'secretariat', ...committee, 'otherHead', 'employee'],
  unpublishedReason: ['secretariat', ...committee],
  councilPaper: ['secretariat', ...committee, 'council'],
  privateMemo: ['employee'],
} as const satisfies Record<string, readonly Signed[]>

export type Secret = keyof typeof readers
type InsideSecret = 'unsentAnswer' | 'askedForOpinion' | 'unpublishedReason' | 'councilPaper' | 'privateMemo'
export type Thing = Exclude<Secret, InsideSecret>

/** Long enough to be found nowhere by chance. */
export function markOf(secret: Secret): string {
  return `〔秘${secret}〕`
}

export interface Objects {
  readonly town: SmallTown
  readonly players: Players
  readonly ids: Readonly<Record<Thing, number>>
  /** The record of 市民課 about `considering`. */
  readonly record: number
  /** What 市民課 asked of 福祉課 about `consulted`. */
  readonly consultation: number
  /** 回答のひな形 of 市民課. */
  readonly template: number
  /** A message to the author. */
  readonly message: number
  readonly improvement: number
  /** Of the member, confirmed more than a year ago. */
  readonly oldImprovement: number
  /** Of the employee. */
  readonly savedSearch: number
  /** 気づきメモ of the employee: a private one, one that all staff read and the member joined, and one that was removed. */
  readonly memos: Memos
  /** 「うちの課では？」: one that runs about `oldImprovement`, with the question to 福祉課, and one that is closed. */
  readonly rounds: Rounds
  /** Photos: of `considering`, and of `draft`, which may still be changed. */
  readonly attachments: { readonly photo: number; readonly draft: number }
  readonly posts: { readonly clerk: number }
  /** Of the employee: one in force and one to come; and a seat of the secretariat. */
  readonly terms: { readonly appointment: number; readonly coming: number; readonly seat: number }
  /** Lists of people: one that waits to be applied, one that was. */
  readonly imports: { readonly previewed: number; readonly applied: number }
  /** Of those that a department may choose from, the first; and one that was. */
  readonly reasons: { readonly current: number; readonly retired: number }
  /** Of 市民課, still to begin. */
  readonly delegation: number
  readonly sittings: Sittings
  /** To the authors of `considering`. */
  readonly question: number
  readonly reorganisations: Reorganisations
  readonly left: Left
}

/** One object in every stage, each brought there by the people whose steps those are; what they attach lies in `files`. */
export async function makeObjects(
  world: TestWorld,
  files: string,
  issuer = deadProvider.issuer.href,
): Promise<Objects> {
  const town = await smallTown(world)
  const players = await castParts(world, town)
  const oldImprovement = await improveAYearAgo(world, town)
  const content = { coAuthorIds: [players.coAuthor] }
  const telling: story.Telling = { world, town, players, content }
  const considering = await story.toConsidering(telling, markOf('considering'))
  await story.writeDraftAnswer(telling, considering, `検討中の考え${markOf('unsentAnswer')}`)
  const practice = { by: 'tanaka' } as const
  const ids: Record<Thing, number> = {
    draft: await story.toDraft(telling, markOf('draft')),
    submitted: await story.toSubmitted(telling, markOf('submitted')),
    declined: await story.toDeclined(telling, markOf('declined')),
    merged: await story.toMerged(telling, markOf('merged'), considering),
    considering,
    consulted: await story.toConsulted(telling, markOf('consulted'), `窓口は${markOf('askedForOpinion')}`),
    awaiting: await story.toAwaiting(telling, markOf('awaiting')),
    inCouncil: await story.toCouncil(telling, markOf('inCouncil'), `概要${markOf('councilPaper')}`),
    onHold: await story.toHeld(telling, markOf('onHold')),
    onAgenda: await story.toAwaiting(telling, markOf('onAgenda')),
    toScore: await story.toAwaiting(telling, markOf('toScore')),
    inMeeting: await story.toAwaiting(telling, markOf('inMeeting')),
    beforeCouncil: await story.toCouncil(telling, markOf('beforeCouncil'), '概要'),
    decided: await story.toDecided(telling, markOf('decided'), {
      reason: `来庁者の負担が減るため${markOf('unpublishedReason')}`,
    }),
    notified: await story.toNotified(telling, markOf('notified')),
    notAdopted: await story.toNotAdopted(telling, markOf('notAdopted')),
    implementing: await story.toImplementing(telling, markOf('implementing')),
    implemented: await story.toImplemented(telling, markOf('implemented')),
    practiceDraft: await practiceDraft(world, town, players.member),
    practiceReported: await reported(world, town, { ...practice, title: markOf('practiceReported') }),
    practiceConfirmed: await confirmed(world, town, { ...practice, title: markOf('practiceConfirmed') }),
  }
  await signAllIn(world, players)
  await world.act(players.administrator, (ctx) =>
    linkSubject(ctx, { issuer, personId: players.member, subject: 'tanaka@town' }),
  )
  return {
    ...{ town, players, ids },
    record: await story.recordOf(telling, considering),
    consultation: await story.consultationOf(telling),
    template: await makeTemplate(world, town, players),
    message: await newestMessageTo(world, players.author),
    improvement: await newestImprovement(world),
    oldImprovement,
    savedSearch: await world.act(players.employee, (ctx) =>
      saveSearch(ctx, { name: '窓口', query: 'q=窓口' }),
    ),
    rounds: await makeRounds(world, town, players, oldImprovement),
    memos: await makeMemos(world, players, markOf('privateMemo')),
    attachments: await attachFiles(world, files, players, ids),
    posts: { clerk: await clerkPost(world) },
    terms: await makeTerms(world, town, players),
    imports: {
      applied: await bringIn(world, players.administrator, 'people', people('000098')),
      previewed: await upload(world, players.administrator, 'people', people('000099')),
    },
    reasons: await makeReasons(world, players),
    delegation: await makeDelegation(world, town, players),
    sittings: await makeSittings(telling, ids),
    question: await story.askedOf(telling, considering),
    reorganisations: await planTwo(world, town, players.administrator),
    left: await leaveOne(world, players.administrator),
  }
}

/** Files are attached to what is still written; what is handed in already gets a copy. */
async function attachFiles(world: TestWorld, files: string, { author }: Players, ids: Objects['ids']) {
  const draft = await attached(world, {
    ...{ files, by: author, subject: { proposalId: ids.draft } },
    ...{ fileName: '案.jpg', bytes: await photoOf('撮影者', { width: 800, height: 600 }), place: 'before' },
  })
  const photo = await world.act(author, async (ctx) => {
    for (const proposalId of [ids.considering, ids.onAgenda])
      await copyAttachments(ctx, { proposalId: ids.draft }, { proposalId })
    await copyAttachments(ctx, { proposalId: ids.draft }, { practiceId: ids.practiceConfirmed })
    return ctx.tx
      .selectFrom('attachments')
      .select('id')
      .where('proposalId', '=', ids.considering)
      .executeTakeFirstOrThrow()
  })
  return { draft, photo: photo.id }
}

async function makeTerms(world: TestWorld, { departments }: SmallTown, players: Players) {
  const postId = await clerkPost(world)
  const coming = { kind: 'acting', validFrom: '2027-04-01', validTo: null } as const
  await world.act(players.administrator, (ctx) =>
    appointPerson(ctx, { personId: players.employee, departmentId: departments.tax, postId, ...coming }),
  )
  const [next, now] = await listAppointmentsOf(world.reader, players.employee)
  const [seat] = await listSeatsOf(world.reader, players.secretariat)
  return { appointment: now?.id ?? 0, coming: next?.id ?? 0, seat: seat?.id ?? 0 }
}

async function makeDelegation(world: TestWorld, { departments }: SmallTown, players: Players) {
  const departmentId = departments.citizens
  const days = { validFrom: '2026-06-10', validTo: '2026-06-12' }
  await world.act(players.head, (ctx) =>
    nameDelegate(ctx, { departmentId, delegateId: players.member, ...days }),
  )
  const [delegation] = await listDelegations(world.reader, departmentId, '2026-06-01')
  return delegation?.id ?? 0
}

async function makeReasons(world: TestWorld, { administrator }: Players) {
  await world.act(administrator, (ctx) => addReason(ctx, { usedFor: 'difficult', label: '庁舎' }))
  const added = (await listAllReasons(world.reader)).find(({ label }) => label === '庁舎')?.id ?? 0
  await world.act(administrator, (ctx) => retireReason(ctx, added))
  const current = await listReasonIds(world)
  return { current: current[0] ?? 0, retired: added }
}

async function listReasonIds(world: TestWorld): Promise<number[]> {
  const all = await listAllReasons(world.reader)
  return all.flatMap(({ id, usedFor, retiredAt }) => (usedFor === 'difficult' && !retiredAt ? [id] : []))
}

async function clerkPost(world: TestWorld): Promise<number> {
  const post = await world.reader
    .selectFrom('posts')
    .select('id')
    .where('code', '=', 'clerk')
    .executeTakeFirst()
  return post?.id ?? 0
}

const people = (employeeNumber: string) => `職員番号,氏名,かな\r\n${employeeNumber},新人　三,\r\n`

/** Complete, so that it could be reported as it stands, with an effect that is compared with those of others. */
async function practiceDraft(world: TestWorld, town: SmallTown, by: number): Promise<number> {
  const content: PracticeContent = {
    ...{ ...emptyContent, title: markOf('practiceDraft'), change: '番号札を置いた。' },
    ...{ implementedOn: '2026-05-20', projectIds: [town.projects.counter], effectTags: ['time'] },
    minutesPerYear: 600,
  }
  return (await world.act(by, (ctx) => draftPractice(ctx, content))).practiceId
}

async function newestMessageTo(world: TestWorld, personId: number): Promise<number> {
  const { id } = await world.reader
    .selectFrom('notifications')
    .select('id')
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

async function makeTemplate(world: TestWorld, town: SmallTown, players: Players): Promise<number> {
  const { templateId } = await world.act(players.head, (ctx) =>
    addTemplate(ctx, {
      ...{
        departmentId: town.departments.citizens,
        name: '改修を待つもの',
        grounds: '改修に合わせて考えます。',
      },
      ...{ conditions: '', possibleWhen: '改修の図面ができたとき。', wordToProposer: '' },
    }),
  )
  return templateId
}
