import type { Ctx } from '../context'
import { insist } from '../errors'
import type { AppointmentLine } from './appointments.server'
import { departmentIds } from './departments.server'
import { inBatches } from './lines'
import { personIds } from './people.server'
import { mayKeepOrganisation, maySeatOn } from './policy'
import type { SeatLine } from './seats.server'

/*
 * Takes back lines that were brought in by mistake. Only what nothing refers to can go: the foreign keys of the database
 * know better than any list of ours, and refuse the rest.
 */

export async function removePeople(ctx: Ctx, employeeNumbers: readonly string[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const batch of inBatches(employeeNumbers)) {
    await ctx.tx.deleteFrom('people').where('employeeNumber', 'in', batch).execute()
  }
}

/** A 部 goes after its 課. */
export async function removeDepartments(
  ctx: Ctx,
  lines: readonly { readonly code: string; readonly kind: 'bureau' | 'section' }[],
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const kind of ['section', 'bureau'] as const) {
    const codes = lines.filter((line) => line.kind === kind).map(({ code }) => code)
    for (const batch of inBatches(codes)) {
      await ctx.tx.deleteFrom('departments').where('code', 'in', batch).execute()
    }
  }
}

export async function removePosts(ctx: Ctx, codes: readonly string[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const batch of inBatches(codes)) {
    await ctx.tx.deleteFrom('posts').where('code', 'in', batch).execute()
  }
}

export async function removeAppointments(ctx: Ctx, lines: readonly AppointmentLine[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const people = await personIds(ctx.tx)
  const departments = await departmentIds(ctx.tx)
  for (const { employeeNumber, departmentCode, kind, validFrom } of lines) {
    await ctx.tx
      .deleteFrom('appointments')
      .where('personId', '=', people.get(employeeNumber) ?? 0)
      .where('departmentId', '=', departments.get(departmentCode) ?? 0)
      .where('kind', '=', kind)
      .where('validFrom', '=', validFrom)
      .execute()
  }
}

export async function removeSeats(ctx: Ctx, lines: readonly SeatLine[]): Promise<void> {
  for (const { body } of lines) insist(maySeatOn(ctx.actor, body))
  const people = await personIds(ctx.tx)
  for (const { employeeNumber, body, role, validFrom } of lines) {
    await ctx.tx
      .deleteFrom('seats')
      .where('personId', '=', people.get(employeeNumber) ?? 0)
      .where('body', '=', body)
      .where('role', '=', role)
      .where('validFrom', '=', validFrom)
      .execute()
  }
}
