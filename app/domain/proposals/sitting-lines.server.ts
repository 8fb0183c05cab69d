import type { InferResult } from 'kysely'
import { seesScores } from '../committees/policy'
import type { ItemOutcome, SittingFacts } from '../committees/sitting'
import { findSittingOfItemSeenBy, findSittingSeenBy } from '../committees/sittings.server'
import { maximumItems } from '../committees/agenda.server'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { type Place, placesOf } from '../evaluation/ranking'
import type { RecusalGround } from '../evaluation/recusal'
import { findOwnGrounds, listRecusalsAround, type NamedRecusal } from '../evaluation/recusals.server'
import { defaultRubric } from '../evaluation/rubric'
import { nested, rowsOf } from '../nested.server'
import type { Actor } from '../organisation/actor'
import { worded } from '../worded.server'
import { latestStances, stancesAtSitting } from './committee-stances.server'
import type { Stance } from './decision'
import { mayFollow, type Stage } from './lifecycle'
import { isBefore } from './sitting-agenda.server'
import type { AgendaScores } from './sitting-view'

/** An item of an agenda as this reader may see it: without authors, and without an order that depends on them. */
export interface AgendaLine {
  readonly id: number
  readonly proposalId: number
  readonly campaignId: number
  readonly position: number
  readonly title: string
  readonly receiptNumber: string | null
  readonly leadDepartmentName: string | null
  readonly stances: readonly (Stance | null)[]
  readonly note: string
  readonly outcome: ItemOutcome | null
  /** It was withdrawn meanwhile: nothing is left to deal with. */
  readonly isGone: boolean
  /** It was decided, and nobody has been told. */
  readonly awaitsNotice: boolean
  readonly scoresOpenedAt: string | null
  /** The reader's own score, tenths of a point. */
  readonly ownPoints: number | null
  /** Why the reader keeps out of it. */
  readonly ownGrounds: readonly RecusalGround[]
  /** How many have scored; their marks stay hidden. */
  readonly sheets: number
  /** Null until this reader may see it. */
  readonly scores: AgendaScores | null
}

export interface Agenda {
  readonly sitting: SittingFacts
  readonly lines: readonly AgendaLine[]
}

/** The agenda on which an item stands, and the item. */
export interface AgendaAround extends Agenda {
  readonly line: AgendaLine
  /** Members by name and without the ground: together with declared ones no name tells who proposed. */
  readonly keepingOut: readonly { readonly name: string; readonly reason: string }[]
}

/** The agenda of a sitting in its order. Three statements, however many items. Throws NotFound. */
export async function findAgendaSeenBy(db: Db, actor: Actor, sittingId: number): Promise<Agenda> {
  const sitting = await findSittingSeenBy(db, actor, sittingId)
  const listed = await findListed(db, actor, sitting.id)
  const groundsOf = await findOwnGrounds(db, actor, sitting)
  return { sitting, lines: linesOf(actor, sitting, listed, groundsOf) }
}

/** Three statements as well. Throws NotFound. */
export async function findAgendaAround(db: Db, actor: Actor, agendaItemId: number): Promise<AgendaAround> {
  const sitting = await findSittingOfItemSeenBy(db, actor, agendaItemId)
  const listed = await findListed(db, actor, sitting.id)
  const recusals = await listRecusalsAround(db, actor, sitting, agendaItemId)
  const own = recusals.filter(({ personId }) => personId === actor.personId)
  const lines = linesOf(actor, sitting, listed, ({ id }) =>
    own.filter((recusal) => recusal.agendaItemId === id).map(({ ground }) => ground),
  )
  const line = lines.find(({ id }) => id === agendaItemId)
  if (!line) throw new NotFound()
  return { sitting, lines, line, keepingOut: membersIn(recusals, agendaItemId) }
}

function membersIn(recusals: readonly NamedRecusal[], agendaItemId: number) {
  const members = recusals
    .filter((recusal) => recusal.agendaItemId === agendaItemId)
    .flatMap(({ personId, memberName, reason }) =>
      memberName === null ? [] : [[personId, { name: memberName, reason }] as const],
    )
  return [...new Map(members).values()]
}

function linesOf(
  actor: Actor,
  sitting: SittingFacts,
  { rows, stances, rubrics }: Listed,
  groundsOf: (row: Row) => RecusalGround[],
): AgendaLine[] {
  const places = placesByItem(rows, rubrics)
  return rows.map((row) => {
    const ownGrounds = groundsOf(row)
    const isSeen = seesScores(actor, sitting, {
      scoresOpenedAt: row.scoresOpenedAt,
      hasOwnSheet: row.ownPoints !== null,
      isRecused: ownGrounds.length > 0,
    })
    return {
      id: row.id,
      proposalId: row.proposalId,
      campaignId: row.campaignId,
      position: row.position,
      title: row.title,
      receiptNumber: row.receiptNumber,
      leadDepartmentName: row.leadDepartmentName,
      stances: stances.get(row.proposalId) ?? [],
      note: row.note,
      outcome: row.outcome,
      isGone: row.outcome === null && !isBefore(sitting.body, row.stage as Stage),
      awaitsNotice: mayFollow('notify', row.stage as Stage),
      scoresOpenedAt: row.scoresOpenedAt,
      ownPoints: row.ownPoints,
      ownGrounds,
      sheets: row.sheets ?? 0,
      scores: isSeen ? scoresOf(row, places) : null,
    }
  })
}

function scoresOf(row: Row, places: ReadonlyMap<number, Place>): AgendaScores {
  const { mean, lowest, highest } = row
  return { scorers: row.scorers ?? 0, mean, lowest, highest, place: places.get(row.id) ?? null }
}

/** The rows of the agenda, and once what would otherwise be repeated in them. */
interface Listed {
  readonly rows: readonly Row[]
  /** By the proposal. */
  readonly stances: ReadonlyMap<number, (Stance | null)[]>
  readonly rubrics: readonly Rubric[]
}

type Row = InferResult<ReturnType<typeof lines>>[number]
type Rubric = InferResult<ReturnType<typeof rubricsOf>>[number]

/** Each campaign has its own rubric, and so its own order. */
function placesByItem(rows: readonly Row[], rubrics: readonly Rubric[]): Map<number, Place> {
  const opened = rows.filter(({ scoresOpenedAt }) => scoresOpenedAt !== null)
  const campaigns = [...new Set(opened.map(({ campaignId }) => campaignId))]
  return new Map(
    campaigns.flatMap((campaign) => {
      const items = opened.filter(({ campaignId }) => campaignId === campaign)
      const scored = items.map((item) => ({ ...item, scorers: item.scorers ?? 0 }))
      const rubric = rubrics.find(({ campaignId }) => campaignId === campaign)
      return [
        ...placesOf(scored, {
          minimumScorers: rubric?.minimumScorers ?? defaultRubric.minimumScorers,
          adoptFrom: rubric?.adoptFrom ?? null,
          studyFrom: rubric?.studyFrom ?? null,
          cutAfter: rubric?.cutAfter ?? null,
          tieBreak: rubric?.tieBreak ?? defaultRubric.tieBreak,
        }),
      ]
    }),
  )
}

async function findListed(db: Db, { personId }: Actor, sittingId: number): Promise<Listed> {
  const [listed] = await selectListed(db, { personId, sittingId })
  return {
    rows: rowsOf(listed?.rows),
    stances: latestStances(rowsOf(listed?.stances)),
    rubrics: rowsOf(listed?.rubrics),
  }
}

/** Three lists in one statement: as texts they are cheaper to bring over than row by row. */
const selectListed = worded((db, { personId, sittingId }: { personId: number; sittingId: number }) =>
  db.selectNoFrom([
    nested(db, lines(db, personId, sittingId)).as('rows'),
    nested(db, stancesAtSitting(db, sittingId)).as('stances'),
    nested(db, rubricsOf(db, sittingId)).as('rubrics'),
  ]),
)

function lines(db: Db, personId: number, sittingId: number) {
  return db
    .selectFrom('agendaItems')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
    .leftJoin('scoreSheets', (join) =>
      join.onRef('scoreSheets.agendaItemId', '=', 'agendaItems.id').on('scoreSheets.personId', '=', personId),
    )
    .select((eb) => [
      ...(['agendaItems.id', 'agendaItems.proposalId', 'agendaItems.position', 'agendaItems.note'] as const),
      ...(['agendaItems.scoresOpenedAt', 'agendaItems.scorers', 'agendaItems.meanTenths as mean'] as const),
      ...(['agendaItems.lowestTenths as lowest', 'agendaItems.highestTenths as highest'] as const),
      ...(['proposals.title', 'proposals.receiptNumber', 'proposals.receiptSeq'] as const),
      ...(['proposals.stage', 'proposals.campaignId', 'proposals.leadDepartmentId'] as const),
      ...(['departments.name as leadDepartmentName', 'resolutions.outcome'] as const),
      'scoreSheets.pointsTenths as ownPoints',
      eb
        .selectFrom('scoreSheets as given')
        .select(({ fn }) => fn.countAll<number>().as('sheets'))
        .whereRef('given.agendaItemId', '=', 'agendaItems.id')
        .as('sheets'),
    ])
    .where('agendaItems.sittingId', '=', sittingId)
    .orderBy('agendaItems.position')
    .orderBy('agendaItems.id')
    .limit(maximumItems)
}

function rubricsOf(db: Db, sittingId: number) {
  return db
    .selectFrom('rubrics')
    .select(['campaignId', 'minimumScorers', 'adoptFrom', 'studyFrom', 'cutAfter', 'tieBreak'])
    .where('campaignId', 'in', (eb) =>
      eb
        .selectFrom('agendaItems')
        .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
        .select('proposals.campaignId')
        .where('agendaItems.sittingId', '=', sittingId),
    )
}
