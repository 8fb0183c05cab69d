import { addWorkingDays } from '#app/domain/calendar'
import { validOn } from '#app/domain/organisation/validity'
import {
  completeImplementation,
  startImplementation,
  verifyEffect,
} from '#app/domain/proposals/implementation.server'
import { numberOrNull } from './cells'
import { noticeDay } from './committee.server'
import * as gaps from './gaps'
import { type Act, type Command, headAt, keyOf, type Loading } from './loading.server'
import { dayOfMoment, inOfficeHours, lastDay, moment, type Moment, notAfter } from './moments'
import type { Keys } from './organisation.server'
import { askedCodes, type Proposal } from './proposals.server'

/** Effects are looked at after about three months. */
const workingDaysToVerify = 60

/** What was carried out: begun after the notice, reported a week after its day, its effect verified by the head. */
export function implementationActs(proposals: readonly Proposal[], keys: Keys): Act[] {
  return proposals
    .filter(({ line }) => line.implementedOn !== '')
    .flatMap((proposal) => {
      const completion = completionAct(proposal, keys)
      const verification = verificationAct(proposal, keys, completion.at)
      return [startAct(proposal, keys), completion, ...(verification ? [verification] : [])]
    })
}

function startAct(proposal: Proposal, keys: Keys): Act {
  const { line } = proposal
  const at = moment(addWorkingDays(noticeDay(line.decidedOn), 1), 10 * 60 + 30)
  return {
    at,
    perform: (loading) =>
      byMember(
        loading,
        proposal,
        keys,
        at,
        (owner) => (ctx) =>
          startImplementation(ctx, {
            ...{ proposalId: proposal.id, owner, plannedOn: line.implementedOn, nextReportOn: null },
          }),
      ),
  }
}

function completionAct(proposal: Proposal, keys: Keys): Act {
  const { line } = proposal
  const at = inOfficeHours(notAfter(addWorkingDays(line.implementedOn, 5), lastDay), line.ref)
  const minutes = numberOrNull(line.actualMinutesPerYear)
  const yen = numberOrNull(line.actualYenPerYear)
  return {
    at,
    perform: (loading) =>
      byMember(
        loading,
        proposal,
        keys,
        at,
        () => (ctx) =>
          completeImplementation(ctx, {
            ...{ proposalId: proposal.id, implementedOn: line.implementedOn, recurring: 1 },
            ...{ actualMinutesPerYear: minutes, actualYenPerYear: yen },
            ...{ actualEffect: gaps.actualEffect(minutes, yen), evidence: gaps.evidence },
          }),
      ),
  }
}

function verificationAct(proposal: Proposal, keys: Keys, completedAt: Moment): Act | null {
  const day = addWorkingDays(dayOfMoment(completedAt), workingDaysToVerify)
  if (day > lastDay) return null
  const at = moment(day, 14 * 60)
  return {
    at,
    perform: async (loading) => {
      const departmentId = implementing(proposal, keys)
      const head = await headAt(loading, [departmentId], at)
      if (head === null) throw new Error(`Nobody heads the department that carried out ${proposal.line.ref}`)
      const { id: proposalId } = proposal
      await loading.act(at, head, (ctx) => verifyEffect(ctx, { proposalId, verification: gaps.verification }))
    },
  }
}

/** By a member of the implementing department, so that its head can verify it. */
async function byMember(
  loading: Loading,
  proposal: Proposal,
  keys: Keys,
  at: Moment,
  command: (name: string) => Command<void>,
): Promise<void> {
  const member = await loading.db
    .selectFrom('appointments')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .innerJoin('people', 'people.id', 'appointments.personId')
    .select(['people.id', 'people.name'])
    .where('appointments.departmentId', '=', implementing(proposal, keys))
    .where(validOn('appointments', dayOfMoment(at)))
    .where('posts.isHead', '=', 0)
    .where('posts.rank', '>=', 5)
    .orderBy('posts.rank')
    .orderBy('appointments.id')
    .executeTakeFirstOrThrow()
  await loading.act(at, member.id, command(member.name))
}

function implementing(proposal: Proposal, keys: Keys): number {
  return keyOf(keys.departments, askedCodes(proposal)[0] ?? '')
}
