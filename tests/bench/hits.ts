import { sql } from 'kysely'
import { fts5Match, readQuery, tsQuery } from '#app/domain/search/query'
import { openDatabase } from '#db/connect.server'
import { searchedWord } from './pages'
import type { Served } from './served'

/** How many improvements the index finds for the word, and how many hold it when every text is read. */
export async function countHits({ databaseUrl, dialect }: Served): Promise<{ found: number; there: number }> {
  const query = readQuery(searchedWord)
  if (!query) throw new Error('There is nothing to look for')
  const connections = openDatabase(databaseUrl)
  const match =
    dialect === 'sqlite'
      ? sql<{
          found: number
        }>`select count(*) as "found" from "improvementIndex" where "improvementIndex" match ${fts5Match(query, [])}`
      : sql<{
          found: number
        }>`select count(*) as "found" from "improvementTexts" where "bigrams" @@ ${tsQuery(query, [])}::tsquery`
  const found = (await match.execute(connections.reader)).rows[0]?.found ?? 0
  const holds = sql.join(
    [
      'improvements.title',
      'before',
      'change',
      'currentSituation',
      'proposal',
      'proposals.expectedEffect',
    ].map((column) => sql`coalesce(${sql.ref(column)}, '') like ${`%${searchedWord}%`}`),
    sql` or `,
  )
  const { there } = await connections.reader
    .selectFrom('improvements')
    .leftJoin('practices', 'practices.id', 'improvements.practiceId')
    .leftJoin('proposals', 'proposals.id', 'improvements.proposalId')
    .select(({ fn }) => fn.countAll<number>().as('there'))
    .where(sql<boolean>`(${holds})`)
    .executeTakeFirstOrThrow()
  await connections.close()
  return { found: Number(found), there: Number(there) }
}
