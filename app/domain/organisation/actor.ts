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
  kind: 'main' | 'concurrent' | 'acting'
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
  return actor.appointments.find(({ kind }) => kind === 'main') ?? actor.appointments[0]
}

export function departmentIds(actor: Actor): number[] {
  return [...new Set(actor.appointments.map(({ departmentId }) => departmentId))]
}

export function headedDepartmentIds(actor: Actor): number[] {
  return [
    ...new Set(actor.appointments.filter(({ isHead }) => isHead).map(({ departmentId }) => departmentId)),
  ]
}

export function belongsTo(actor: Actor, departmentId: number | null): boolean {
  return departmentId !== null && actor.appointments.some((held) => held.departmentId === departmentId)
}

/** Head 「所属長」, by main, concurrent or acting 「事務取扱」 appointment. */
export function heads(actor: Actor, departmentId: number | null): boolean {
  return (
    departmentId !== null &&
    actor.appointments.some((held) => held.isHead && held.departmentId === departmentId)
  )
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
