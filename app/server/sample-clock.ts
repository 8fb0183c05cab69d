import { type Config, ConfigError } from '#app/server/config'

/** The morning after the last day of the sample town, and the end of its seats and appointments. */
const morning = new Date('2026-11-24T09:00:00+09:00')
const end = new Date('2027-04-01T00:00:00+09:00')

/**
 * What the clock shows at start; undefined for the time of the machine. Where the sample town has nobody in office on
 * the real day, or has not happened yet, its own time goes on from where its records end. Throws ConfigError where a
 * real town is given another time.
 */
export function startOfClock(
  { clock }: Pick<Config, 'clock'>,
  isSample: boolean,
  lastEventAt: string | undefined,
  machine: Date,
): Date | undefined {
  if (clock && !isSample) throw new ConfigError('CLOCK は見本のデータでだけ使えます。')
  if (clock || !isSample) return clock
  const recorded = lastEventAt === undefined ? morning : new Date(lastEventAt)
  if (machine >= morning && machine < end && machine >= recorded) return undefined
  return recorded > morning && recorded < end ? recorded : morning
}
