import { sql } from 'kysely'
import { type Day, fiscalYearOf } from '../calendar'
import type { Ctx, Db } from '../context'
import { RuleBroken } from '../errors'
import { validOn } from '../organisation/validity'
import { belongsToDecision, type DecisionText } from './committee'
import { withHeirs } from '../organisation/heirs.server'

/** A decision as it is typed: a project or a helper that is not among the choices is named by its number. */
export type NamedDecision = DecisionText & { projectCode: string; helperNumber: string }

/** Looks up what was named by its number. Throws RuleBroken at the field of a number that nobody has. */
export async function resolveNames(
  ctx: Ctx,
  { projectCode, helperNumber, ...text }: NamedDecision,
): Promise<DecisionText> {
  const takes = (field: 'targetProjectId' | 'helperId') => belongsToDecision(field, text.decision)
  return {
    ...text,
    targetProjectId:
      projectCode !== '' && takes('targetProjectId')
        ? await findProjectByCode(ctx, projectCode)
        : text.targetProjectId,
    helperId:
      helperNumber !== '' && takes('helperId') ? await findPersonByNumber(ctx, helperNumber) : text.helperId,
  }
}

/** The same for a hold, which names a helper alone. */
export async function resolveHelper<Text extends { helperId: number | null; helperNumber: string }>(
  ctx: Ctx,
  { helperNumber, ...text }: Text,
) {
  return {
    ...text,
    helperId: helperNumber === '' ? text.helperId : await findPersonByNumber(ctx, helperNumber),
  }
}

const choiceLimit = 200

/** The year's projects that the proposal is about, and those of the departments asked. A query. */
export function projectsOf(
  db: Db,
  { proposalId, today, fiscalYear }: { proposalId: number; today: Day; fiscalYear: number },
) {
  const asked = sql`select "departmentId" from "considerations" where "proposalId" = ${proposalId}`
  return db
    .selectFrom('projectYears')
    .select(['projectId as id', 'code', 'name'])
    .where('fiscalYear', '=', fiscalYear)
    .where((eb) =>
      eb.or([
        eb(
          'projectId',
          'in',
          eb.selectFrom('proposalProjects').select('projectId').where('proposalId', '=', proposalId),
        ),
        sql<boolean>`"departmentId" in ${withHeirs(asked, today)}`,
      ]),
    )
    .orderBy('code')
    .limit(choiceLimit)
}

/** The departments asked so far, or what came out of them, that can be asked again on that day. */
export function listAskable(db: Db, proposalId: number, today: Day) {
  const asked = sql`select "departmentId" from "considerations" where "proposalId" = ${proposalId}`
  return db
    .selectFrom('departments')
    .innerJoin(withHeirs(asked, today).as('heirs'), 'heirs.id', 'departments.id')
    .select(['departments.id', 'departments.name'])
    .where(validOn('departments', today))
    .orderBy('departments.code')
    .limit(choiceLimit)
    .execute()
}

/** Staff of the departments asked, who could help a held proposal on. */
export async function listHelpers(db: Db, proposalId: number, today: Day) {
  const helpers = await helpersOf(db, proposalId, today).execute()
  return helpers.map(({ id, name, departmentName, postName }) => ({ id, name, departmentName, postName }))
}

export function helpersOf(db: Db, proposalId: number, today: Day) {
  const asked = sql`select "departmentId" from "considerations" where "proposalId" = ${proposalId}`
  return db
    .selectFrom('appointments')
    .innerJoin('people', 'people.id', 'appointments.personId')
    .innerJoin('departments', 'departments.id', 'appointments.departmentId')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .select([
      'people.id',
      'people.name',
      'departments.name as departmentName',
      'posts.name as postName',
      'departments.code as departmentCode',
      'posts.rank',
      'people.kana',
    ])
    .where('appointments.kind', '=', 'main')
    .where(validOn('appointments', today))
    .where(sql<boolean>`"appointments"."departmentId" in ${withHeirs(asked, today)}`)
    .orderBy('departments.code')
    .orderBy('posts.rank')
    .orderBy('people.kana')
    .limit(choiceLimit)
}

async function findProjectByCode(ctx: Ctx, code: string): Promise<number> {
  const project = await ctx.tx
    .selectFrom('projectYears')
    .select('projectId')
    .where('fiscalYear', '=', fiscalYearOf(ctx.today))
    .where('code', '=', code.normalize('NFKC'))
    .executeTakeFirst()
  if (!project)
    throw new RuleBroken('この事務事業コードは今年度にありません。確かめて入力してください', 'projectCode')
  return project.projectId
}

async function findPersonByNumber(ctx: Ctx, employeeNumber: string): Promise<number> {
  const person = await ctx.tx
    .selectFrom('people')
    .select('id')
    .where('employeeNumber', '=', employeeNumber.normalize('NFKC'))
    .executeTakeFirst()
  if (!person)
    throw new RuleBroken('この職員番号の人は見つかりません。確かめて入力してください', 'helperNumber')
  return person.id
}
