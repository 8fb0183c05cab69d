import type { Db } from '../context'

/** What was merged into a 事務事業, and what it went into itself, with the year in which that began. */
export async function listProjectMergers(db: Db, projectId: number) {
  return db
    .selectFrom('projectSuccessors')
    .innerJoin('projectYears as former', 'former.id', 'projectSuccessors.fromProjectYearId')
    .innerJoin('projectYears as later', 'later.id', 'projectSuccessors.toProjectYearId')
    .select(['former.projectId as formerId', 'former.name as formerName', 'former.fiscalYear as formerYear'])
    .select(['later.projectId as laterId', 'later.name as laterName', 'later.fiscalYear as laterYear'])
    .where('projectSuccessors.kind', '=', 'merged')
    .where((eb) => eb.or([eb('former.projectId', '=', projectId), eb('later.projectId', '=', projectId)]))
    .orderBy('later.fiscalYear', 'desc')
    .orderBy('former.code')
    .limit(50)
    .execute()
}
