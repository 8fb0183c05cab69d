import { fiscalYearOf } from '#app/domain/calendar'
import type { DecisionText } from '#app/domain/proposals/committee'
import { decideProposal } from '#app/domain/proposals/committee-decision.server'
import type { Decision, Directive } from '#app/domain/proposals/decision'
import { listed } from './cells'
import * as gaps from './gaps'
import { type Act, holderAt, keyOf, type Loading } from './loading.server'
import { inMeeting } from './moments'
import type { Keys } from './organisation.server'
import { askedCodes, authorsOf, type Proposal } from './proposals.server'

/** A decision on the day of its meeting, written down by somebody of the secretariat who is no author. */
export function decisionAct(proposal: Proposal, keys: Keys): Act {
  const { line } = proposal
  const at = inMeeting(line.decidedOn, line.ref)
  return {
    at,
    perform: async (loading) => {
      const text = await decisionOf(loading, proposal, keys)
      const secretary = await holderAt(loading, 'secretariat', at, authorsOf(line, keys))
      await loading.act(at, secretary, (ctx) => decideProposal(ctx, { proposalId: proposal.id, ...text }))
    },
  }
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
