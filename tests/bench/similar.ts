import { openDatabase } from '#db/connect.server'
import { visitorWith } from '#tests/support/visitor'
import type { Served } from './served'

/** CPU of process and database, in milliseconds, for one look at what is similar to a proposal that is being typed. */
export async function timeSimilar(town: Served, amount: number): Promise<number> {
  const visitor = visitorWith(town.server.origin, town.cookies.employee)
  const typed = await listTexts(town, amount)
  const before = town.app.cpuMs() + town.database.cpuMs()
  for (const fields of typed) {
    const answer = await visitor.post('/proposals/similar', fields)
    const { similar } = (await answer.json()) as { similar: unknown[] }
    if (similar.length === 0) throw new Error(`Nothing is similar to ${fields.title}, not even itself`)
  }
  return (town.app.cpuMs() + town.database.cpuMs() - before) / amount
}

/** What reports of the town say, as if each were being written as a proposal for its department. */
async function listTexts({ databaseUrl }: Served, amount: number) {
  const connections = openDatabase(databaseUrl)
  const rows = await connections.reader
    .selectFrom('improvements')
    .innerJoin('practices', 'practices.id', 'improvements.practiceId')
    .select(['practices.title', 'practices.before', 'practices.change', 'practices.departmentId'])
    .orderBy('improvements.id', 'desc')
    .limit(amount)
    .execute()
  await connections.close()
  return rows.map(({ title, before, change, departmentId }) => ({
    ...{ title, currentSituation: before, proposal: change, targetIds: String(departmentId) },
  }))
}
