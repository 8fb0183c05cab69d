import { addWorkingDays } from '#app/domain/calendar'
import type { ProposalContent } from '#app/domain/proposals/content'
import { draftProposal } from '#app/domain/proposals/drafting.server'
import {
  acceptForReview,
  declineAtIntake,
  informOnly,
  returnForRevision,
} from '#app/domain/proposals/intake.server'
import { answerDueBy } from '#app/domain/proposals/intake-lookup.server'
import { mergeInto } from '#app/domain/proposals/merging.server'
import { submitProposal } from '#app/domain/proposals/submission.server'
import { listed, orNull } from './cells'
import { notAcceptedCode, willingness } from './gaps'
import { type Act, type Command, holderAt, keyOf, type Loading } from './loading.server'
import { dayOfMoment, moment, type Moment, spread } from './moments'
import type { Keys } from './organisation.server'
import type { ProposalLine } from './tables.server'

/** A proposal on its way through the years; its key is known once it is there. */
export interface Proposal {
  readonly line: ProposalLine
  readonly answers: readonly Answer[]
  id: number
}

/** One department's part of the column `considerations`. */
export interface Answer {
  readonly department: string
  readonly stance: 'do' | 'partly' | 'conditional' | 'difficult' | 'alreadyDone'
  readonly grounds: string
  readonly answeredAt: string
}

export function proposalsOf(lines: readonly ProposalLine[]): Proposal[] {
  return lines.map((line) => ({
    line,
    answers: line.considerations === '' ? [] : (JSON.parse(line.considerations) as Answer[]),
    id: 0,
  }))
}

/** Submission at its minute, and what the secretariat made of it two working days later. */
export function intakeActs(proposals: readonly Proposal[], keys: Keys): Act[] {
  const byRef = new Map(proposals.map((proposal) => [proposal.line.ref, proposal]))
  return proposals.flatMap((proposal) => {
    const { line } = proposal
    const submission: Act = {
      at: line.submittedAt,
      perform: async (loading) => void (proposal.id = await submit(loading, line, keys)),
    }
    if (line.intake === '') return [submission]
    const at = receivedAt(line)
    const receiving: Act = {
      at,
      perform: async (loading) =>
        loading.act(
          at,
          await holderAt(loading, 'secretariat', at, authorsOf(line, keys)),
          receive(proposal, byRef, keys),
        ),
    }
    return [submission, receiving]
  })
}

export function receivedAt({ submittedAt, ref }: ProposalLine): Moment {
  return moment(addWorkingDays(dayOfMoment(submittedAt), 2), 10 * 60 + spread(ref, 60))
}

export function authorsOf(line: ProposalLine, keys: Keys): number[] {
  return [line.proposerEmployeeNumber, ...listed(line.coProposerEmployeeNumbers)].map((number) =>
    keyOf(keys.people, number),
  )
}

/** The departments asked, the lead first: who answered, and while it is undecided whom else the proposer had in mind. */
export function askedCodes({ line, answers }: Proposal): string[] {
  const answering = answers.map(({ department }) => department)
  const named = line.committeeDecision === '' ? listed(line.targetDepartmentCodes) : []
  return [...new Set([...answering, ...named])]
}

async function submit(loading: Loading, line: ProposalLine, keys: Keys): Promise<number> {
  const proposerId = keyOf(keys.people, line.proposerEmployeeNumber)
  return loading.act(line.submittedAt, proposerId, async (ctx) => {
    const draft = await draftProposal(ctx, contentOf(line, keys))
    await submitProposal(ctx, draft)
    return draft.proposalId
  })
}

function contentOf(line: ProposalLine, keys: Keys): ProposalContent {
  const [, ...coAuthorIds] = authorsOf(line, keys)
  return {
    themeId: line.themeTitle === '' ? null : keyOf(keys.themes, `${line.fiscalYear} ${line.themeTitle}`),
    title: line.title,
    currentSituation: line.currentSituation,
    proposal: line.proposal,
    concerns: '',
    expectedEffect: line.expectedEffect,
    cost: line.cost,
    effectTags: [],
    minutesPerYear: null,
    yenPerYear: null,
    groupName: orNull(line.groupName),
    nameDisclosure: line.anonymousReview === '1' ? 'hiddenDuringReview' : 'disclosed',
    willingness,
    coAuthorIds,
    projectIds: listed(line.projectCodes).map((code) => keyOf(keys.projects, `${line.fiscalYear} ${code}`)),
    targetIds: listed(line.targetDepartmentCodes).map((code) => keyOf(keys.departments, code)),
  }
}

function receive(proposal: Proposal, byRef: ReadonlyMap<string, Proposal>, keys: Keys): Command<void> {
  const { id: proposalId, line } = proposal
  const { intakeReason: reason } = line
  const [first = ''] = listed(line.targetDepartmentCodes)
  switch (line.intake) {
    case 'accepted':
      return async (ctx) => {
        const dueOn = await answerDueBy(ctx.tx, ctx.today)
        const asked = askedCodes(proposal).map((code) => keyOf(keys.departments, code))
        await acceptForReview(ctx, {
          proposalId,
          leadDepartmentId: asked[0] ?? 0,
          asked: asked.map((departmentId) => ({ departmentId, dueOn })),
        })
      }
    case 'returned':
      return (ctx) => returnForRevision(ctx, { proposalId, missing: reason })
    case 'notAccepted':
      return (ctx) => declineAtIntake(ctx, { proposalId, reasonCode: notAcceptedCode, reason })
    case 'informed':
      return (ctx) => informOnly(ctx, { proposalId, departmentId: keyOf(keys.departments, first), reason })
    case 'merged':
      return (ctx) => mergeInto(ctx, { proposalId, intoId: byRef.get(line.mergedIntoRef)?.id ?? 0, reason })
    default:
      throw new Error(`${line.ref} was received as ${line.intake}`)
  }
}
