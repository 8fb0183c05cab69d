import { type AnyDb, createTable, text } from '../columns'

/** 定数と定足数 of a body from a day on, so that the minutes of an earlier meeting keep the rule of their day. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'quorumRules',
    {
      body: text,
      validFrom: text,
      seats: 'whole',
      share: `text not null check ("share" in ('half', 'majority', 'twoThirds'))`,
    },
    ['primary key ("body", "validFrom")'],
  )
}
