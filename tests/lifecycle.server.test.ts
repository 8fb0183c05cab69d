import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshWorld } from '#tests/support/world.server'
import { castOf } from './lifecycle/cast'
import {
  insistOnFigures,
  insistOnLog,
  insistOnReaders,
  insistOnShelf,
  insistOnTexts,
} from './lifecycle/final-checks'
import { emptyModel } from './lifecycle/model'
import { beginUnderWay, stepsCounting, type Tally } from './lifecycle/steps'
import { onward, practiceOnward, practiceVerbs, proposalVerbs, type VerbName } from './lifecycle/verbs'

/*
 * Random people do random things on random days, two of them at once now and then. A model that knows the scheme from
 * its words alone says of each whether it is to be accepted, which stage follows and what has happened.
 */

const isPostgres = process.env['TEST_DATABASE'] === 'postgres'
const runs = Number(process.env['RUNS'] ?? 100)
const isLong = runs >= 1_000
const numRuns = isPostgres && !isLong ? Math.ceil(runs / 20) : runs

const beginning = '2026-02-02T09:00:00+09:00'

it(
  `whatever people do, no stage is reached that the lifecycle forbids and nothing accepted is lost (${numRuns} runs)`,
  { timeout: 4 * 60 * 60_000 },
  async () => {
    const tally: Tally = new Map()
    const begun = fc.array(fc.nat(), { minLength: 4, maxLength: 4 })
    const steps = fc.commands(stepsCounting(tally), { maxCommands: 50, size: 'max' })
    await fc.assert(
      fc.asyncProperty(begun, steps, async (seeds, commands) => {
        await using world = await freshWorld(beginning)
        const model = emptyModel(await castOf(world), beginning)
        for (const seed of seeds) await beginUnderWay(model, world, seed, tally)
        await fc.asyncModelRun(() => ({ model, real: world }), commands)
        await insistOnTexts(model, world)
        await insistOnReaders(model, world)
        await insistOnShelf(model, world)
        await insistOnFigures(world)
        await insistOnLog(world)
      }),
      { numRuns, endOnFailure: isPostgres, unbiased: true },
    )
    // Otherwise the runs have proved nothing about it. What leads off the way is rare, and waits for the long run.
    const verbs = isLong ? [...Object.keys(proposalVerbs), ...Object.keys(practiceVerbs)] : wayToTheEnd
    const never = verbs.filter((name) => !tally.has(name as VerbName) && name !== 'bringBack')
    if (numRuns >= 100) expect(never, 'verbs that nobody ever did').toEqual([])
  },
)

const wayToTheEnd = [...onward, ...practiceOnward]
