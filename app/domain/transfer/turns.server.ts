import { setImmediate as nextTurn } from 'node:timers/promises'

/** So many lines are looked at before others get their turn: some milliseconds of work. */
const linesPerTurn = 500

/** Long work is done in turns, so that nobody who opens a page meanwhile notices it. */
export async function letOthersIn(): Promise<void> {
  await nextTurn()
}

/** The same for each of many, with a pause after every few hundred. */
export async function inTurns<One>(
  many: readonly One[],
  each: (one: One) => void,
  onTurn: (done: number) => Promise<void> | void = () => undefined,
): Promise<void> {
  for (let start = 0; start < many.length; start += linesPerTurn) {
    for (const one of many.slice(start, start + linesPerTurn)) each(one)
    await onTurn(Math.min(start + linesPerTurn, many.length))
    await letOthersIn()
  }
}
