import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { paths } from '#app/web/paths'
import type { Desks } from './desks'

/* What the many do in a round, each at a desk of their own. */

/** Day of the round, as the sample town has it. */
const today = '2026-11-24'

export interface Matter {
  readonly itemId: number
  readonly proposalId: number
  readonly title: string
}

/** The proposals of the year that stand in a stage, the earliest first. */
export function proposalsIn(desks: Desks, ...stages: string[]): { id: number; title: string }[] {
  return desks.rows(
    `select id, title from proposals where fiscalYear = 2026 and stage in (${stages.map(() => '?').join(', ')}) order by id`,
    ...stages,
  )
}

/** Every head answers what the own section was asked, together where it is more than one; how many did so together. */
export async function answerEverything(desks: Desks): Promise<number> {
  const asked = desks.rows<{ id: number; headId: number }>(
    `select considerations.id, (
       select appointments.personId from appointments join posts on posts.id = appointments.postId
       where posts.isHead = 1 and appointments.departmentId = considerations.departmentId
         and appointments.validFrom <= ? and (appointments.validTo is null or appointments.validTo >= ?)
     ) as headId
     from considerations join proposals on proposals.id = considerations.proposalId
     where considerations.answeredAt is null and proposals.stage = 'considering' order by considerations.id`,
    today,
    today,
  )
  const heads = [...new Set(asked.map(({ headId }) => headId))]
  let together = 0
  for (const headId of heads) {
    const ids = asked.filter((record) => record.headId === headId).map(({ id }) => id)
    await (ids.length > 1 ? answerTogether(desks, headId, ids) : answerOne(desks, headId, ids[0] ?? 0))
    if (ids.length > 1) together += 1
  }
  return together
}

const answer = {
  ...{ stance: 'do', grounds: '現場の負担が減り、住民にも分かりやすくなるため、実施します。' },
  ...{ plannedOn: 'R9.3.1', owner: '担当の係' },
}

async function answerOne(desks: Desks, headId: number, id: number): Promise<void> {
  const sent = await desks.of(headId).post(paths.answer(id), { ...answer, formKey: randomUUID() })
  expect(sent.headers.get('location')).toBe(`${paths.consideration(id)}?done=considerationAnswered`)
}

async function answerTogether(desks: Desks, headId: number, chosen: readonly number[]): Promise<void> {
  const desk = desks.of(headId)
  const address = paths.answerTogether({ chosen })
  const form = { ...(await desk.fieldsOf(address)), ...answer }
  const check = await desk.post(address, form)
  expect(await check.text()).toContain(`>${chosen.length}件に回答する<`)
  const sent = await desk.post(address, { ...form, checked: '1' })
  expect(sent.headers.get('location')).toBe(`${paths.considerations()}?done=answeredTogether`)
}

/** Members of the committee that day, without its clerks. */
export function membersOf(desks: Desks): number[] {
  return desks
    .rows<{ personId: number }>(
      `select personId from seats where body = 'improvementCommittee' and role <> 'clerk'
         and validFrom <= ? and (validTo is null or validTo >= ?) order by id`,
      today,
      today,
    )
    .map(({ personId }) => personId)
}

export function mattersOf(desks: Desks, sittingId: number): Matter[] {
  return desks.rows(
    `select agendaItems.id as itemId, proposals.id as proposalId, proposals.title
     from agendaItems join proposals on proposals.id = agendaItems.proposalId
     where agendaItems.sittingId = ? order by agendaItems.position`,
    sittingId,
  )
}

/** The minute-taker writes down what was decided of each, by turns of every kind. */
export async function decideAll(desks: Desks, matters: readonly Matter[]): Promise<void> {
  const [clerk] = desks.rows<{ id: number }>("select id from people where employeeNumber = '004523'")
  for (const [turn, matter] of matters.entries()) await decideAt(desks, clerk?.id ?? 0, matter, turn)
}

async function decideAt(desks: Desks, clerkId: number, { itemId, proposalId }: Matter, turn: number) {
  const [lead] = desks.rows<{ departmentId: number; code: string }>(
    `select leadDepartmentId as departmentId, (
       select code from projectYears
       where fiscalYear = 2026 and departmentId = leadDepartmentId order by code limit 1
     ) as code from proposals where id = ?`,
    proposalId,
  )
  const carryingOut = {
    ...{ implementingDepartmentId: String(lead?.departmentId), projectCode: lead?.code ?? '' },
    ...{ owner: '担当の係', plannedOn: 'R9.3.31' },
  }
  const kinds: readonly Readonly<Record<string, string>>[] = [
    { decision: 'adopted', ...carryingOut },
    { decision: 'partlyAdopted', part: '本庁舎の窓口から。', ...carryingOut },
    { decision: 'adoptedInSpirit' },
    { decision: 'notAdopted', reasonCode: 'effect', possibleWhen: '費用が半分になったとき。' },
    { decision: 'alreadyDone', reference: '第4次の計画に入っています。' },
  ]
  const kind = kinds[turn % kinds.length] ?? {}
  const sent = await desks.of(clerkId).post(paths.itemDecision(itemId), {
    ...{ ...kind, manner: 'consensus', reason: reasonFor(proposalId), formKey: randomUUID() },
  })
  expect(sent.headers.get('location'), JSON.stringify(kind)).toBe(
    `${paths.agendaItem(itemId)}?done=itemResolved`,
  )
}

/** Found nowhere but in the decision about this proposal. */
export function reasonFor(proposalId: number): string {
  return `会議で決めた理由〔${proposalId}〕`
}

function leadAuthorOf(desks: Desks, proposalId: number): number {
  const [author] = desks.rows<{ personId: number }>(
    "select personId from authorships where proposalId = ? and leftAt is null order by role = 'lead' desc, position",
    proposalId,
  )
  return author?.personId ?? 0
}

/** The titles of those whose lead author reads the reason of the decision on the proposal’s page. */
export async function reasonsRead(
  desks: Desks,
  decided: readonly (Matter & { readonly reason: string })[],
): Promise<string[]> {
  const read: string[] = []
  for (const { proposalId, title, reason } of decided) {
    const author = leadAuthorOf(desks, proposalId)
    if ((await readAt(desks, author, paths.proposal(proposalId))).includes(reason)) read.push(title)
  }
  return read
}

/** What was decided and notified in the meetings before. */
export function decidedBefore(desks: Desks): (Matter & { readonly reason: string })[] {
  return desks.rows(
    `select 0 as itemId, proposals.id as proposalId, proposals.title, decisions.reason
     from proposals join decisions on decisions.id = proposals.decisionId
     where proposals.fiscalYear = 2026 and proposals.notifiedAt is not null order by proposals.id`,
  )
}

/** The lead author of each finds it among the own notifications. */
export async function expectAllTold(desks: Desks, decided: readonly Matter[]): Promise<void> {
  for (const { proposalId, title } of decided)
    expect(await readAt(desks, leadAuthorOf(desks, proposalId), paths.notifications())).toContain(title)
}

async function readAt(desks: Desks, personId: number, address: string): Promise<string> {
  const answered = await desks.of(personId).get(address)
  expect(answered.status, address).toBe(200)
  return answered.text()
}
