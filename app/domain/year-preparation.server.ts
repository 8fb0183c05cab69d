import { firstDayOf } from './calendar'
import type { Db } from './context'
import { listBodies } from './organisation/bodies.server'
import { lackOf } from './organisation/gaps.server'

export interface YearPreparation {
  /** 事務事業 of the year. */
  readonly projects: number
  /** Those of the year before that have no row in this one, went into no other and were not said to have ended. */
  readonly notCarriedOver: number
  readonly campaigns: number
  /** Bodies that cannot act on the first day, with what they lack. */
  readonly unableBodies: readonly { readonly name: string; readonly lacks: string }[]
}

/** What a year has and lacks, whoever prepared it and in what order. Three statements. */
export async function findYearPreparation(db: Db, fiscalYear: number): Promise<YearPreparation> {
  const bodies = await listBodies(db, firstDayOf(fiscalYear))
  return {
    ...(await countParts(db, fiscalYear)),
    unableBodies: bodies.flatMap((body) => {
      const lacks = lackOf(body)
      return lacks === null ? [] : [{ name: body.name, lacks }]
    }),
  }
}

async function countParts(db: Db, fiscalYear: number) {
  const counts = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('projectYears')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('fiscalYear', '=', fiscalYear)
        .as('projects'),
      eb
        .selectFrom('projectYears as former')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('former.fiscalYear', '=', fiscalYear - 1)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('projectYears')
                .select('projectYears.id')
                .where('projectYears.fiscalYear', '=', fiscalYear)
                .whereRef('projectYears.projectId', '=', 'former.projectId'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('projectSuccessors')
                .select('projectSuccessors.fromProjectYearId')
                .whereRef('projectSuccessors.fromProjectYearId', '=', 'former.id'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('carryOvers')
                .select('carryOvers.projectYearId')
                .whereRef('carryOvers.projectYearId', '=', 'former.id')
                .where('carryOvers.kind', '=', 'ended')
                .where('carryOvers.carriedAt', 'is not', null),
            ),
          ),
        )
        .as('notCarriedOver'),
      eb
        .selectFrom('campaigns')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('fiscalYear', '=', fiscalYear)
        .as('campaigns'),
    ])
    .executeTakeFirstOrThrow()
  return {
    projects: Number(counts.projects),
    notCarriedOver: Number(counts.notCarriedOver),
    campaigns: Number(counts.campaigns),
  }
}
