/** Choices of one step, always the same for the same seed, so that a failing run can be repeated. */
export interface Dice {
  pick<T>(from: readonly [T, ...T[]]): T
  pick<T>(from: readonly T[]): T | undefined
  oneIn(chances: number): boolean
  some<T>(from: readonly T[], atMost: number): T[]
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
  return {
    pick: <T>(from: readonly T[]) => from[next(Math.max(from.length, 1))] as T,
    oneIn: (chances) => next(chances) === 0,
    some(from, atMost) {
      const rest = [...from]
      return Array.from({ length: next(atMost + 1) }, () => rest.splice(next(rest.length || 1), 1)).flat()
    },
  }
}
