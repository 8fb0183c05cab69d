import fc, { type AsyncCommand } from 'fast-check'
import { isOver } from '#app/domain/proposals/lifecycle'
import type { TestWorld } from '#tests/support/world.server'
import { draft } from './author-verbs'
import { moveClock } from './clock'
import { diceOf, type Dice } from './dice'
import type { Attempt, Model } from './model'
import { draftReport } from './practice-verbs'
import { reviseAtOnce, receiveAtOnce } from './rivals'
import { isProposal, type Matter, sceneOf, tryOut } from './trying'
import { onward, practiceOnward, practiceVerbs, proposalVerbs, type VerbName } from './verbs'

export type Step = AsyncCommand<Model, TestWorld>

/** How often each verb was accepted: a run in which a verb never is proves nothing about it. */
export type Tally = Map<VerbName, number>

/** Everything that can happen in the town, in any order and by anybody. */
export function stepsCounting(tally: Tally): fc.Arbitrary<Step>[] {
  const wish = (name: string, run: Wish) =>
    fc.nat().map((seed) => step(`${name} ${seed}`, (model, world) => run(model, world, seed, tally)))
  return [
    wish('begins', async (...matter) => void (await begin(...matter))),
    ...[wish('goes on', goOn), wish('goes on', goOn), wish('goes on', goOn)],
    ...[wish('turns', turn), wish('turns', turn), wish('turns', turn), wish('turns', turn)],
    ...[wish('tries', trySomething), wish('tries', trySomething)],
    wish('two revise at once', reviseAtOnce),
    wish('two receive at once', receiveAtOnce),
    fc
      .constantFrom(-1, 1, 3, 20, 60)
      .map((days) => step(`clock ${days}`, (model, world) => moveClock(model, world, days))),
  ]
}

/** A matter that is already under way when the random steps begin, so that they meet every stage. */
export async function beginUnderWay(
  model: Model,
  world: TestWorld,
  seed: number,
  tally: Tally,
): Promise<void> {
  const on = await begin(model, world, seed, tally)
  if (on) await carryOn(model, world, seed, on, diceOf(seed).pick([1, 2, 4, 6, 8, 12, 16]), tally)
}

async function begin(
  model: Model,
  world: TestWorld,
  seed: number,
  tally: Tally,
): Promise<Matter | undefined> {
  const dice = diceOf(seed)
  const by = dice.pick(model.cast.proposers) ?? 0
  const isReport = dice.oneIn(4)
  const [name, verb] = isReport ? (['draftReport', draftReport] as const) : (['draft', draft] as const)
  const attempt = verb(await sceneOf(model, world, by, seed))
  await count(tally, name, tryOut(model, world, { name, by }, attempt))
  return (isReport ? model.practices : model.proposals).at(-1)
}

/** Anybody tries anything, rightly or not. */
async function trySomething(model: Model, world: TestWorld, seed: number, tally: Tally): Promise<void> {
  const dice = diceOf(seed)
  const on = matterOf(model, dice)
  if (!on) return
  const by = dice.pick(model.cast.everybody) ?? 0
  const name = dice.pick(namesFor(on)) ?? 'revise'
  const attempt = attemptOf(name, await sceneOf(model, world, by, seed, on), on)
  await count(tally, name, tryOut(model, world, { name, by, on }, attempt))
}

/** One matter is carried on for a while, each step by somebody who may. */
async function carryOn(
  model: Model,
  world: TestWorld,
  seed: number,
  on: Matter,
  steps: number,
  tally: Tally,
): Promise<void> {
  const names = isProposal(on) ? onward : practiceOnward
  for (let left = steps; left > 0; left -= 1) await doAllowed(model, world, seed + left, on, names, tally)
}

async function goOn(model: Model, world: TestWorld, seed: number, tally: Tally): Promise<void> {
  const dice = diceOf(seed)
  const on = matterOf(model, dice)
  if (on) await carryOn(model, world, seed, on, dice.pick([1, 2, 4]), tally)
}

/** Somebody does anything that this person may do just now. */
async function turn(model: Model, world: TestWorld, seed: number, tally: Tally): Promise<void> {
  const on = matterOf(model, diceOf(seed))
  if (on) await doAllowed(model, world, seed, on, namesFor(on), tally)
}

async function doAllowed(
  model: Model,
  world: TestWorld,
  seed: number,
  on: Matter,
  names: readonly VerbName[],
  tally: Tally,
): Promise<void> {
  const scene = await sceneOf(model, world, 0, seed, on)
  const choices = names.flatMap((name) =>
    model.cast.everybody.map((by) => {
      const attempt = attemptOf(name, { ...scene, by, dice: diceOf(seed) }, on)
      return { name, by, attempt }
    }),
  )
  const allowed = choices.filter(({ attempt }) => attempt.allowed)
  const dice = diceOf(seed)
  const name = dice.pick([...new Set(allowed.map((choice) => choice.name))])
  const chosen = dice.pick(allowed.filter((choice) => choice.name === name))
  if (chosen) await count(tally, chosen.name, tryOut(model, world, { ...chosen, on }, chosen.attempt))
}

function attemptOf(name: VerbName, scene: Parameters<typeof draft>[0], on: Matter): Attempt {
  if (isProposal(on) && name in proposalVerbs)
    return proposalVerbs[name as keyof typeof proposalVerbs](scene, on)
  if (!isProposal(on) && name in practiceVerbs)
    return practiceVerbs[name as keyof typeof practiceVerbs](scene, on)
  throw new Error(`${name} is nothing to do with this`)
}

function namesFor(on: Matter): VerbName[] {
  return Object.keys(isProposal(on) ? proposalVerbs : practiceVerbs) as VerbName[]
}

function matterOf({ proposals, practices }: Model, dice: Dice): Matter | undefined {
  const open = proposals.filter(({ stage }) => !isOver(stage))
  return dice.pick<Matter>([...proposals, ...open, ...open, ...practices])
}

async function count(tally: Tally, name: VerbName, trying: Promise<boolean>): Promise<void> {
  if (await trying) tally.set(name, (tally.get(name) ?? 0) + 1)
}

type Wish = (model: Model, world: TestWorld, seed: number, tally: Tally) => Promise<void>

function step(name: string, run: (model: Model, world: TestWorld) => Promise<void>): Step {
  return { check: () => true, run, toString: () => name }
}
