import { type AnyDb, createTable } from '../columns'

/** After how many days without a sign-in an account counts as unused, from a day on. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'accountRules', {
    validFrom: 'text not null primary key',
    unusedDays: 'whole not null',
  })
}
