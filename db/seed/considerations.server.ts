import { addWorkingDays, type Day } from '#app/domain/calendar'
import type { ConsiderationText } from '#app/domain/proposals/consideration'
import { answerConsideration, takeUpConsideration } from '#app/domain/proposals/consideration.server'
import { gistOf, isTakenUp, ownerIn, plannedDay, possibleWhen, reasonCodeFor } from './gaps'
import { type Act, headAt, keyOf, type Loading } from './loading.server'
import { dayOfMoment, moment, type Moment, notAfter, spread } from './moments'
import type { Keys } from './organisation.server'
import { type Answer, askedCodes, type Proposal, receivedAt } from './proposals.server'

/** Each department takes the question up within days and answers, by its head, on the day that the file says. */
export function considerationActs(proposals: readonly Proposal[], keys: Keys): Act[] {
  return proposals
    .filter(({ line }) => line.intake === 'accepted')
    .flatMap((proposal) => askedCodes(proposal).flatMap((code) => actsOf(proposal, code, keys)))
}

function actsOf(proposal: Proposal, code: string, keys: Keys): Act[] {
  const answer = proposal.answers.find(({ department }) => department === code)
  const { ref } = proposal.line
  if (!answer && !isTakenUp(ref, code)) return []
  const departmentId = keyOf(keys.departments, code)

  const opened = addWorkingDays(dayOfMoment(receivedAt(proposal.line)), 1 + spread(ref + code, 3))
  const takenUpAt = moment(answer ? notAfter(opened, answer.answeredAt) : opened, 13 * 60 + spread(code, 60))
  const takingUp: Act = {
    at: takenUpAt,
    perform: (loading) =>
      byHead(loading, proposal, departmentId, takenUpAt, (ctx, { considerationId }) =>
        takeUpConsideration(ctx, { considerationId }),
      ),
  }
  if (!answer) return [takingUp]

  const answeredAt = moment(answer.answeredAt, 15 * 60 + spread(ref + code, 100))
  const answering: Act = {
    at: answeredAt,
    perform: (loading) =>
      byHead(loading, proposal, departmentId, answeredAt, (ctx, { considerationId, departmentName }) =>
        answerConsideration(ctx, {
          ...{ considerationId, version: 0 },
          text: textOf(answer, departmentName, proposal),
        }),
      ),
  }
  return [takingUp, answering]
}

interface Asked {
  readonly considerationId: number
  readonly departmentName: string
}

async function byHead(
  loading: Loading,
  { id: proposalId, line }: Proposal,
  departmentId: number,
  at: Moment,
  command: (ctx: Parameters<typeof takeUpConsideration>[0], asked: Asked) => Promise<void>,
): Promise<void> {
  const asked = await loading.db
    .selectFrom('considerations')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .select(['considerations.id as considerationId', 'departments.name as departmentName'])
    .where('considerations.proposalId', '=', proposalId)
    .where('considerations.departmentId', '=', departmentId)
    .executeTakeFirstOrThrow()
  const head = await headAt(loading, [departmentId], at)
  if (head === null)
    throw new Error(`Nobody heads ${asked.departmentName}, asked about ${line.ref}, at ${at}`)
  await loading.act(at, head, (ctx) => command(ctx, asked))
}

function textOf({ stance, grounds }: Answer, departmentName: string, { line }: Proposal): ConsiderationText {
  const gist = gistOf(grounds)
  const isPlanned = stance === 'do'
  const reasonCode = stance === 'difficult' ? reasonCodeFor(grounds) : null
  return {
    ...{ stance, grounds, reasonCode },
    part: stance === 'partly' ? gist : '',
    conditions: stance === 'conditional' ? gist : '',
    reference: stance === 'alreadyDone' ? gist : '',
    possibleWhen: reasonCode === null ? '' : possibleWhen(reasonCode),
    plannedOn: isPlanned ? plannedOn(line) : null,
    owner: isPlanned ? ownerIn(departmentName) : '',
    ...{ trial: '', alternative: '', expectedEffect: '', laws: '', consulted: '', wordToProposer: '' },
    costYen: null,
  }
}

/** When it was carried out in the end, else by the end of the calendar year's following March. */
function plannedOn(line: Proposal['line']): Day {
  return line.implementedOn || plannedDay(line.submittedAt.slice(0, 10))
}
