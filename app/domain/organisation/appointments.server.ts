import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { departmentIds } from './departments.server'
import { idOf, inBatches, insistOnDistinct, insistOnOrder } from './lines'
import { personIds } from './people.server'
import { mayKeepOrganisation } from './policy'
import { validOn } from './validity'

export interface AppointmentLine {
  readonly employeeNumber: string
  readonly departmentCode: string
  readonly postCode: string
  readonly kind: 'main' | 'concurrent' | 'acting'
  readonly validFrom: Day
  readonly validTo: Day | null
}

/**
 * 発令. A line is known again by person, department, post, kind and first day; its last day is brought up to date.
 * Throws RuleBroken for an unknown number or code.
 */
export async function importAppointments(ctx: Ctx, lines: readonly AppointmentLine[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  insistOnOrder('発令', lines)
  insistOnDistinct('発令', lines, (line) => Object.values({ ...line, validTo: '' }).join(' '))

  const known = await knownAppointments(ctx.tx)
  const fresh: Row[] = []
  for (const row of await rowsOf(ctx.tx, lines)) {
    const there = known.get(keyOf(row))
    if (!there) fresh.push(row)
    else if (there.validTo !== row.validTo) {
      await ctx.tx
        .updateTable('appointments')
        .set({ validTo: row.validTo })
        .where('id', '=', there.id)
        .execute()
    }
  }
  for (const batch of inBatches(fresh)) await ctx.tx.insertInto('appointments').values(batch).execute()
  ctx.happened({ kind: 'organisation.imported', list: 'appointments', rows: lines.length })
}

/** Who heads the department on that day: by main, else concurrent, else acting appointment. */
export async function headOf(db: Db, departmentId: number, day: Day) {
  return db
    .selectFrom('appointments')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .innerJoin('people', 'people.id', 'appointments.personId')
    .select(['people.id as personId', 'people.name', 'posts.name as postName', 'appointments.kind'])
    .where('appointments.departmentId', '=', departmentId)
    .where('posts.isHead', '=', 1)
    .where(validOn('appointments', day))
    .orderBy('appointments.kind', 'desc') // main, concurrent, acting: the reverse of the alphabet
    .orderBy('appointments.id')
    .limit(1)
    .executeTakeFirst()
}

interface Row {
  personId: number
  departmentId: number
  postId: number
  kind: AppointmentLine['kind']
  validFrom: Day
  validTo: Day | null
}

async function rowsOf(db: Db, lines: readonly AppointmentLine[]): Promise<Row[]> {
  const people = await personIds(db)
  const departments = await departmentIds(db)
  const posts = new Map(
    (await db.selectFrom('posts').select(['code', 'id']).execute()).map(({ code, id }) => [code, id]),
  )
  return lines.map(({ employeeNumber, departmentCode, postCode, kind, validFrom, validTo }) => ({
    personId: idOf('職員番号', people, employeeNumber),
    departmentId: idOf('所属コード', departments, departmentCode),
    postId: idOf('職位コード', posts, postCode),
    kind,
    validFrom,
    validTo,
  }))
}

async function knownAppointments(db: Db) {
  const rows = await db.selectFrom('appointments').selectAll().execute()
  return new Map(rows.map((row) => [keyOf(row), { id: row.id, validTo: row.validTo }]))
}

function keyOf({ personId, departmentId, postId, kind, validFrom }: Row): string {
  return [personId, departmentId, postId, kind, validFrom].join(' ')
}
