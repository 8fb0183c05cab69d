import { writeGuide } from '#app/domain/improvements/guiding.server'
import { answerRounds } from '#app/domain/improvements/round-answering.server'
import { closeRound, openRound } from '#app/domain/improvements/round-opening.server'
import { joinMemo, shareMemo } from '#app/domain/memos/sharing.server'
import { writeMemo } from '#app/domain/memos/writing.server'
import { type Act, headAt, keyOf, type Loading } from './loading.server'
import type { Keys } from './organisation.server'
import { photosOf } from './photos.server'
import {
  type GuideLine,
  guideLines,
  type MemoLine,
  memoLines,
  type RoundLine,
  roundLines,
} from './shared-knowledge'
import type { PracticeLine } from './tables.server'

/** 気づきメモ, 「まねするときに」 and 「うちの課では？」, as far as the town has the reports that they are about. */
export function sharedKnowledgeActs(reports: readonly PracticeLine[], keys: Keys): Act[] {
  const reportOf = new Map(reports.map((line) => [line.ref, line]))
  const about = <Line extends { readonly ref: string }>(
    lines: readonly Line[],
    acts: (line: Line, report: PracticeLine) => Act[],
  ) =>
    lines.flatMap((line) => {
      const report = reportOf.get(line.ref)
      return report ? acts(line, report) : []
    })
  return [
    ...memoLines.flatMap((line) => memoActs(line, keys)),
    ...about(guideLines, (line, report) => [guideAct(line, report, keys)]),
    ...about(roundLines, (line, report) => roundActs(line, report, keys)),
  ]
}

function memoActs({ by, at, text, sharing, pictureOf, companions = [] }: MemoLine, keys: Keys): Act[] {
  const memo = { id: 0 }
  const writing: Act = {
    at,
    perform: async (loading) => {
      const [shown] = pictureOf === undefined ? [] : await photosOf(loading, pictureOf)
      const photo = shown ? { files: shown.files, stored: shown.stored } : null
      await loading.act(at, keyOf(keys.people, by), async (ctx) => {
        memo.id = (await writeMemo(ctx, { text, photo })).memoId
        if (sharing !== 'nobody') await shareMemo(ctx, { memoId: memo.id, sharing })
      })
    },
  }
  const joining = companions.map((companion) => ({
    at: companion.at,
    perform: (loading: Loading) =>
      loading.act(companion.at, keyOf(keys.people, companion.by), (ctx) => joinMemo(ctx, memo.id)),
  }))
  return [writing, ...joining]
}

function guideAct({ at, ref: _ref, ...text }: GuideLine, report: PracticeLine, keys: Keys): Act {
  const writerId = keyOf(keys.people, report.reporterEmployeeNumber)
  return {
    at,
    perform: async (loading) => {
      const improvementId = await improvementOf(loading, report, writerId)
      await loading.act(at, writerId, (ctx) => writeGuide(ctx, { improvementId, version: 0, ...text }))
    },
  }
}

function roundActs(
  { by, at, sections, closedAt, ...asked }: RoundLine,
  report: PracticeLine,
  keys: Keys,
): Act[] {
  const secretaryId = keyOf(keys.people, by)
  const departmentOf = (code: string) => keyOf(keys.departments, code)
  const round = { id: 0 }
  const opening: Act = {
    at,
    perform: async (loading) => {
      const reporterId = keyOf(keys.people, report.reporterEmployeeNumber)
      const opened = {
        ...{ improvementId: await improvementOf(loading, report, reporterId), dueOn: asked.dueOn },
        ...{
          word: asked.word,
          departmentIds: sections.map(({ departmentCode }) => departmentOf(departmentCode)),
        },
      }
      round.id = (await loading.act(at, secretaryId, (ctx) => openRound(ctx, opened))).roundId
    },
  }
  const answering = sections.flatMap(({ departmentCode, answer, at: answeredAt, reason = '' }): Act[] => {
    if (answer === null || answeredAt === undefined) return []
    const departmentId = departmentOf(departmentCode)
    return [
      {
        at: answeredAt,
        perform: async (loading) => {
          const { id: sectionId, version } = await sectionOf(loading, round.id, departmentId)
          const headId = await headAt(loading, [departmentId], answeredAt)
          if (headId === null) throw new Error(`Nobody heads ${departmentCode} at ${answeredAt}`)
          const answers = [{ sectionId, version, answer, reason, field: 'reason' }]
          await loading.act(answeredAt, headId, (ctx) => answerRounds(ctx, answers))
        },
      },
    ]
  })
  const closing: Act[] =
    closedAt === null
      ? []
      : [
          {
            at: closedAt,
            perform: (loading) => loading.act(closedAt, secretaryId, (ctx) => closeRound(ctx, round.id)),
          },
        ]
  return [opening, ...answering, ...closing]
}

/** What became of a report when it was confirmed. */
async function improvementOf({ db }: Loading, report: PracticeLine, reporterId: number): Promise<number> {
  const { id } = await db
    .selectFrom('improvements')
    .innerJoin('practices', 'practices.id', 'improvements.practiceId')
    .select('improvements.id')
    .where('practices.reporterId', '=', reporterId)
    .where('practices.title', '=', report.title)
    .where('practices.implementedOn', '=', report.implementedOn)
    .executeTakeFirstOrThrow()
  return id
}

async function sectionOf({ db }: Loading, roundId: number, departmentId: number) {
  return db
    .selectFrom('spreadRoundSections')
    .select(['id', 'version'])
    .where('roundId', '=', roundId)
    .where('departmentId', '=', departmentId)
    .executeTakeFirstOrThrow()
}
