import { expect } from 'vitest'
import { ChangedMeanwhile } from '#app/domain/errors'
import type { TestWorld } from '#tests/support/world.server'
import { revise } from './author-verbs'
import { diceOf } from './dice'
import { accept, decline, inform, sendBack } from './intake-verbs'
import { type Attempt, follows, type Model, type ProposalModel, type ProposalVerb } from './model'
import { insistOnDomainError, lastSeq, outcomeOf, saidSince, sceneOf } from './trying'

/** The lead author saves different texts in two windows that show the same version. */
export async function reviseAtOnce(model: Model, world: TestWorld, seed: number): Promise<void> {
  const on = diceOf(seed).pick(model.proposals.filter((one) => follows('submit', one)))
  const by = on?.authorIds[0]
  if (!on || by === undefined) return
  const scene = await sceneOf(model, world, by, seed, on)
  const texts = [
    revise({ ...scene, dice: diceOf(seed) }, on),
    revise({ ...scene, dice: diceOf(seed) }, on),
  ] as const
  expect(await loserOf(model, world, by, on, texts)).toBeInstanceOf(ChangedMeanwhile)
}

/** The secretariat's left hand does not know what the right one does. */
export async function receiveAtOnce(model: Model, world: TestWorld, seed: number): Promise<void> {
  const dice = diceOf(seed)
  const on = dice.pick(model.proposals.filter((one) => follows('acceptForReview', one)))
  const by = model.cast.secretariat
  if (!on) return
  const scene = await sceneOf(model, world, by, seed, on)
  const tries = (verb: ProposalVerb) => verb({ ...scene, dice: diceOf(seed) }, on)
  await loserOf(model, world, by, on, [
    tries(dice.pick([accept, decline])),
    tries(dice.pick([sendBack, inform])),
  ])
}

/** Of two that exclude one another exactly one is accepted, if either may be. Returns why the other was not. */
async function loserOf(
  model: Model,
  world: TestWorld,
  by: number,
  on: ProposalModel,
  attempts: readonly [Attempt, Attempt],
): Promise<unknown> {
  const before = await lastSeq(world)
  const outcomes = await Promise.all(attempts.map(({ perform }) => outcomeOf(world.act(by, perform))))
  const winner = outcomes.findIndex(({ refusal }) => refusal === null)
  const accepted = outcomes.filter(({ refusal }) => refusal === null)
  expect(accepted).toHaveLength(attempts.some(({ allowed }) => allowed) ? 1 : 0)
  for (const { refusal } of outcomes) insistOnDomainError(model, { name: 'rivals', by, on }, refusal)
  const said = attempts[winner]?.accepted(outcomes[winner]?.value) ?? []
  expect(await saidSince(world, before)).toEqual(said.sort())
  return outcomes.find(({ refusal }) => refusal !== null)?.refusal ?? null
}
