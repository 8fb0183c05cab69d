import type { Day } from '../calendar'
import type { Body, SeatRole } from './seat'

export interface Appointment {
  departmentId: number
  departmentName: string
  /** The bureau 「部」 of the department; the department itself when it is a bureau. */
  bureauId: number
  postName: string
  rank: number
  isHead: boolean
  /** By 発令 of the rank that stands in for heads 「次長級」. */
  isDeputy: boolean
  /**
   * The first three by 発令. `delegated`: a head's duties for a period 「代理」. `vacant`: the duties of a department that
   * nobody heads, by being 次長 of its bureau or, where there is none, of the secretariat.
   */
  kind: 'main' | 'concurrent' | 'acting' | 'delegated' | 'vacant'
  /** Of a delegation: whose duties, and their last day. */
  actsFor?: { readonly personId: number; readonly name: string; readonly until: Day }
}

export interface Seat {
  body: Body
  role: SeatRole
}

/**
 * A person and what follows from the appointments and seats of one day in Tokyo. No role is stored anywhere:
 * on 1 April the powers are with the successors because this is asked anew at every request.
 */
export interface Actor {
  /** 0 is the system itself: a recheck date that came, a reminder. */
  readonly personId: number
  readonly name: string
  readonly today: Day
  readonly appointments: readonly Appointment[]
  readonly seats: readonly Seat[]
}

export const systemPersonId = 0

export function systemActor(today: Day): Actor {
  return { personId: systemPersonId, name: '一人一改善', today, appointments: [], seats: [] }
}

export function isSystem(actor: Actor): boolean {
  return actor.personId === systemPersonId
}

/** The main appointment 「本務」, whose department a report is made from. */
export function mainAppointment(actor: Actor): Appointment | undefined {
  return actor.appointments.find(({ kind }) => kind === 'main') ?? actor.appointments.find(isOwn)
}

/** By 発令, not by standing in for somebody. */
function isOwn({ kind }: Appointment): boolean {
  return kind !== 'delegated' && kind !== 'vacant'
}

export function departmentIds(actor: Actor): number[] {
  return [...new Set(actor.appointments.map(({ departmentId }) => departmentId))]
}

/** Where the person works by 発令, without what is done for others. */
export function ownDepartmentIds(actor: Actor): number[] {
  return [...new Set(actor.appointments.filter(isOwn).map(({ departmentId }) => departmentId))]
}

export function headedDepartmentIds(actor: Actor): number[] {
  return [
    ...new Set(actor.appointments.filter(({ isHead }) => isHead).map(({ departmentId }) => departmentId)),
  ]
}

export function belongsTo(actor: Actor, departmentId: number | null): boolean {
  return departmentId !== null && actor.appointments.some((held) => held.departmentId === departmentId)
}

/**
 * Head 「所属長」, by main, concurrent or acting 「事務取扱」 appointment, as delegate 「代理」, or where nobody is head. A
 * delegate is kept out of what the head is kept out of: `barred` are those whose own matter it is.
 */
export function heads(actor: Actor, departmentId: number | null, barred: readonly number[] = []): boolean {
  return (
    departmentId !== null &&
    actor.appointments.some(
      (held) =>
        held.isHead && held.departmentId === departmentId && !barred.includes(held.actsFor?.personId ?? 0),
    )
  )
}

/** Head by 発令: who may name a delegate. Delegates do not name delegates. */
export function isAppointedHead(actor: Actor, departmentId: number): boolean {
  return actor.appointments.some((held) => isOwn(held) && held.isHead && held.departmentId === departmentId)
}

/** Departments that the person heads as a delegate alone, each with the head whose duties they are. */
export function delegationsOf(actor: Actor): { departmentId: number; headId: number }[] {
  return actor.appointments.flatMap(({ departmentId, actsFor }) =>
    actsFor && onBehalfOf(actor, [departmentId], 'head') !== null
      ? [{ departmentId, headId: actsFor.personId }]
      : [],
  )
}

/** For which head the person acts in these departments; null where it is done in the person's own right. */
export function onBehalfOf(
  actor: Actor,
  departmentIds: readonly number[],
  as: 'head' | 'member',
): number | null {
  const there = actor.appointments.filter(
    ({ departmentId, isHead }) => departmentIds.includes(departmentId) && (as === 'member' || isHead),
  )
  if (there.some(({ actsFor }) => actsFor === undefined)) return null
  return there[0]?.actsFor?.personId ?? null
}

export function sitsOn(actor: Actor, body: Body): boolean {
  return actor.seats.some((seat) => seat.body === body)
}

export function isSecretariat(actor: Actor): boolean {
  return sitsOn(actor, 'secretariat')
}

/** May write down what a committee decided: its chair, vice-chair or clerk; the secretariat keeps its minutes. */
export function recordsFor(actor: Actor, body: Body): boolean {
  return isSecretariat(actor) || actor.seats.some((seat) => seat.body === body && seat.role !== 'member')
}

/** The post in words, written into the event log: 「市民課 課長」. */
export function postInWords(actor: Actor): string | null {
  const main = mainAppointment(actor)
  return main ? `${main.departmentName} ${main.postName}` : null
}
