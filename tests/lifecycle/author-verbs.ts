import { fiscalYearOf } from '#app/domain/calendar'
import { leaveProposal } from '#app/domain/proposals/coauthors.server'
import { emptyContent, type ProposalContent } from '#app/domain/proposals/content'
import { discardDraft, draftProposal, reviseDraft, type Saved } from '#app/domain/proposals/drafting.server'
import { resubmitProposal } from '#app/domain/proposals/resubmission.server'
import { submitProposal } from '#app/domain/proposals/submission.server'
import { withdrawProposal } from '#app/domain/proposals/withdrawal.server'
import { advance, type Attempt, follows, type ProposalModel, type ProposalVerb, type Scene } from './model'

export function draft(scene: Scene): Attempt {
  const content = contentBy(scene, scene.by)
  return {
    allowed: true,
    perform: (ctx) => draftProposal(ctx, content),
    accepted: (saved) => begin(scene, (saved as Saved).proposalId, content),
  }
}

/** By any of the authors; a save that has not seen the latest one is refused. */
export const revise: ProposalVerb = (scene, on) => {
  const content = contentBy(scene, on.authorIds[0] ?? 0)
  const isStale = scene.dice.oneIn(4)
  const version = scene.seen.version - (isStale ? 1 : 0)
  return {
    allowed: on.authorIds.includes(scene.by) && follows('submit', on) && !isStale,
    perform: (ctx) => reviseDraft(ctx, { proposalId: on.id, version, content }),
    accepted() {
      const before = on.content.coAuthorIds
      on.content = content
      on.authorIds = [on.authorIds[0] ?? 0, ...content.coAuthorIds]
      return [
        ...before
          .filter((id) => !content.coAuthorIds.includes(id))
          .map(() => 'proposal.coAuthorLeft' as const),
        ...content.coAuthorIds
          .filter((id) => !before.includes(id))
          .map(() => 'proposal.coAuthorJoined' as const),
      ]
    },
  }
}

export const discard: ProposalVerb = ({ model, by }, on) => ({
  allowed: !on.submitted && by === on.authorIds[0],
  perform: (ctx) => discardDraft(ctx, { proposalId: on.id }),
  accepted() {
    model.proposals.splice(model.proposals.indexOf(on), 1)
    return ['proposal.discarded']
  },
})

export const submit: ProposalVerb = ({ by, seen, today }, on) => ({
  allowed: by === on.authorIds[0] && follows('submit', on) && isComplete(on.content),
  perform: (ctx) => submitProposal(ctx, { proposalId: on.id, version: seen.version }),
  accepted() {
    advance(on, 'submit')
    on.submitted = true
    on.fiscalYear = fiscalYearOf(today)
    return ['proposal.submitted']
  },
})

export const leave: ProposalVerb = ({ by }, on) => ({
  allowed: on.content.coAuthorIds.includes(by) && (!on.submitted || follows('withdraw', on)),
  perform: (ctx) => leaveProposal(ctx, { proposalId: on.id }),
  accepted() {
    on.authorIds = on.authorIds.filter((id) => id !== by)
    on.content = { ...on.content, coAuthorIds: on.content.coAuthorIds.filter((id) => id !== by) }
    return ['proposal.coAuthorLeft']
  },
})

export const withdraw: ProposalVerb = (scene, on) => {
  const row = { proposalId: on.id, reason: scene.text('取下げの理由'), fromStage: on.stage }
  return {
    allowed: scene.by === on.authorIds[0] && follows('withdraw', on),
    perform: (ctx) => withdrawProposal(ctx, row),
    accepted() {
      advance(on, 'withdraw')
      on.hold = null
      scene.model.kept.push({ table: 'withdrawals', row })
      return ['proposal.withdrawn']
    },
  }
}

/** A new draft with the old text; whoever does it leads. */
export const resubmit: ProposalVerb = (scene, on) => ({
  allowed: on.authorIds.includes(scene.by) && ['notAccepted', 'closed', 'withdrawn'].includes(on.stage),
  perform: (ctx) => resubmitProposal(ctx, { proposalId: on.id }),
  accepted(saved) {
    const { proposalId } = saved as Saved
    const coAuthorIds = on.authorIds.filter((id) => id !== scene.by)
    return begin(scene, proposalId, { ...on.content, coAuthorIds }, on.id)
  },
})

function begin(
  { model, by, today }: Scene,
  id: number,
  content: ProposalContent,
  previousId: number | null = null,
) {
  const proposal: ProposalModel = {
    ...{
      id,
      content,
      stage: 'draft',
      authorIds: [by, ...content.coAuthorIds],
      fiscalYear: fiscalYearOf(today),
    },
    ...{
      submitted: false,
      notified: false,
      referred: false,
      informedDepartmentId: null,
      receiptNumber: null,
    },
    ...{
      considerations: [],
      merger: null,
      decision: null,
      hold: null,
      item: null,
      implementingDepartmentId: null,
    },
    ...{ completedById: null, hasEnded: false, previousId },
  }
  model.proposals.push(proposal)
  return ['proposal.drafted' as const, ...content.coAuthorIds.map(() => 'proposal.coAuthorJoined' as const)]
}

/** Mostly complete; sometimes the title is still missing. */
function contentBy({ model: { cast }, dice, text }: Scene, leadId: number): ProposalContent {
  const coAuthorIds = dice.some(cast.proposers, 2).filter((id) => id !== leadId)
  const projects = Object.values(cast.town.projects)
  return {
    ...emptyContent,
    title: dice.oneIn(10) ? '' : text('提案'),
    themeId: dice.oneIn(2) ? cast.ownDecisionTheme : null,
    currentSituation: text('今の状況'),
    proposal: text('変えること'),
    expectedEffect: text('見込む効果'),
    effectTags: dice.some(['time', 'cost', 'service'], 2),
    groupName: coAuthorIds.length > 0 && dice.oneIn(2) ? text('グループ') : null,
    nameDisclosure: dice.pick(['hiddenDuringReview', 'disclosed', 'secretariatOnly']),
    coAuthorIds,
    projectIds: dice.some(projects, 2),
    targetIds: [dice.pick(cast.askable)],
  }
}

function isComplete({ title, groupName, coAuthorIds }: ProposalContent): boolean {
  return title !== '' && (groupName === null || coAuthorIds.length > 0)
}
