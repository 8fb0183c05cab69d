import { addWorkingDays, type Day, firstDayOf, fiscalYearOf } from '#app/domain/calendar'
import { listSeatHolders } from '#app/domain/organisation/seats.server'
import type { DecisionText } from '#app/domain/proposals/committee'
import { decideProposal } from '#app/domain/proposals/committee-decision.server'
import type { Decision, Directive } from '#app/domain/proposals/decision'
import { comeBack } from '#app/domain/proposals/holding.server'
import { notifyDecisions } from '#app/domain/proposals/notice.server'
import * as gaps from './gaps'
import { type Act, holderAt, keyOf, type Loading } from './loading.server'
import { lastDay, moment, type Moment, notAfter, spread } from './moments'
import type { Keys } from './organisation.server'
import { askedCodes, authorsOf, type Proposal } from './proposals.server'
import { listed } from './tables.server'

/** Decisions in their meetings, written down by the secretariat, and the notice in one batch a few days later. */
export function committeeActs(proposals: readonly Proposal[], keys: Keys): Act[] {
  const decided = proposals.filter(({ line }) => line.committeeDecision !== '')
  const meetings = [...new Set(decided.map(({ line }) => line.decidedOn))].sort()
  return [
    ...decided.flatMap((proposal) =>
      proposal.line.committeeDecision === 'continued'
        ? holdActs(proposal, meetings, keys)
        : [decisionAct(proposal, keys)],
    ),
    ...meetings.map((day) =>
      noticeAct(
        decided.filter(({ line }) => line.decidedOn === day && line.committeeDecision !== 'continued'),
        day,
      ),
    ),
  ]
}

/** The fourth working day after the meeting, well within the seven days of the settings. */
export function noticeDay(decidedOn: Day): Day {
  return addWorkingDays(decidedOn, 4)
}

function decisionAct(proposal: Proposal, keys: Keys): Act {
  const { line } = proposal
  const at = recordedAt(line.decidedOn, line.ref)
  return {
    at,
    perform: async (loading) => {
      const text = await decisionOf(loading, proposal, keys)
      await record(loading, proposal, at, text, keys)
    },
  }
}

/** Held, back by itself on its day or on 1 April, and held again in the next meeting, as often as that came round. */
function holdActs(proposal: Proposal, meetings: readonly Day[], keys: Keys): Act[] {
  const acts: Act[] = []
  const named = gaps.recheckDay(proposal.line.decisionReason, '')
  let reason = proposal.line.decisionReason
  for (let heldOn: Day | undefined = proposal.line.decidedOn; heldOn !== undefined;) {
    const nextApril = firstDayOf(fiscalYearOf(heldOn) + 1)
    const recheckOn = named > heldOn ? named : nextApril
    acts.push(holdAct(proposal, { heldOn, recheckOn, reason }, keys))
    const back = notAfter(recheckOn, nextApril)
    if (back > lastDay) break
    acts.push(returnAct(proposal, back))
    heldOn = meetings.find((day) => day >= back)
    reason = gaps.heldAgain
  }
  return acts
}

function holdAct(
  proposal: Proposal,
  { heldOn, recheckOn, reason }: { heldOn: Day; recheckOn: Day; reason: string },
  keys: Keys,
): Act {
  const at = recordedAt(heldOn, proposal.line.ref)
  return {
    at,
    perform: async (loading) => {
      const members = await listSeatHolders(loading.db, 'improvementCommittee', heldOn)
      const helperId = members[spread(proposal.line.ref, members.length)]?.personId ?? null
      const text: DecisionText = {
        ...nothing,
        decision: 'continued',
        directive: 'study',
        heldOn,
        reason,
        recheckOn,
        helperId,
      }
      await record(loading, proposal, at, text, keys)
    },
  }
}

function returnAct(proposal: Proposal, day: Day): Act {
  const at = moment(day, 6 * 60)
  return {
    at,
    perform: (loading) => loading.bySystem(at, (ctx) => comeBack(ctx, { proposalId: proposal.id })),
  }
}

function noticeAct(proposals: readonly Proposal[], decidedOn: Day): Act {
  const at = moment(noticeDay(decidedOn), 10 * 60)
  return {
    at,
    perform: async (loading) => {
      const secretary = await holderAt(loading, 'secretariat', at)
      const entries = proposals.map(({ id: proposalId }) => ({ proposalId, comment: '' }))
      await loading.act(at, secretary, (ctx) => notifyDecisions(ctx, { entries, closeOthers: true }))
    },
  }
}

async function record(
  loading: Loading,
  { id: proposalId, line }: Proposal,
  at: Moment,
  text: DecisionText,
  keys: Keys,
): Promise<void> {
  const secretary = await holderAt(loading, 'secretariat', at, authorsOf(line, keys))
  await loading.act(at, secretary, (ctx) => decideProposal(ctx, { proposalId, ...text }))
}

function recordedAt(day: Day, ref: string): Moment {
  return moment(day, 15 * 60 + spread(ref, 120))
}

const nothing: Omit<DecisionText, 'decision' | 'directive' | 'heldOn' | 'reason'> = {
  ...{ part: '', reasonCode: null, possibleWhen: '', reference: '', owner: '' },
  ...{
    implementingDepartmentId: null,
    plannedOn: null,
    targetProjectId: null,
    recheckOn: null,
    helperId: null,
  },
}

/** The decision of the file, with what each kind demands. The lead department carries out what was adopted. */
async function decisionOf(loading: Loading, proposal: Proposal, keys: Keys): Promise<DecisionText> {
  const { line } = proposal
  const decision = line.committeeDecision as Decision
  const text: DecisionText = {
    ...nothing,
    ...{
      decision,
      directive: line.directive as Directive,
      heldOn: line.decidedOn,
      reason: line.decisionReason,
    },
  }
  switch (decision) {
    case 'adopted':
    case 'partlyAdopted':
      return {
        ...text,
        ...(await assignment(loading, proposal, keys)),
        part: decision === 'partlyAdopted' ? gaps.gistOf(line.decisionReason) : '',
      }
    case 'notAdopted': {
      const grounds =
        proposal.answers.find(({ stance }) => stance === 'difficult')?.grounds ?? line.decisionReason
      const reasonCode = gaps.reasonCodeFor(grounds)
      return { ...text, reasonCode, possibleWhen: gaps.possibleWhen(reasonCode) }
    }
    case 'alreadyDone':
      return { ...text, reference: gaps.gistOf(line.decisionReason) }
    case 'adoptedInSpirit':
    case 'continued':
      return text
  }
}

async function assignment({ db }: Loading, proposal: Proposal, keys: Keys) {
  const { line } = proposal
  const implementingDepartmentId = keyOf(keys.departments, askedCodes(proposal)[0] ?? '')
  const { name } = await db
    .selectFrom('departments')
    .select('name')
    .where('id', '=', implementingDepartmentId)
    .executeTakeFirstOrThrow()
  const year = fiscalYearOf(line.decidedOn)
  return {
    implementingDepartmentId,
    owner: gaps.ownerIn(name),
    plannedOn: line.implementedOn || gaps.plannedDay(line.decidedOn),
    targetProjectId: keyOf(keys.projects, `${year} ${listed(line.projectCodes)[0] ?? ''}`),
  }
}
