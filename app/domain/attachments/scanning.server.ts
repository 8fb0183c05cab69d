import { RuleBroken } from '../errors'
import { refusals } from './refusals'

/** Looks into files for what would harm whoever opens them. */
export interface Scanner {
  /** The name of what was found, null for a clean file. Throws where it cannot be told. */
  findVirus(path: string): Promise<string | null>
  /** Whether it could look into a file at this moment. */
  answers(): Promise<boolean>
}

/** A file with a virus, by the name that the scanner has for it. */
export class Infected extends RuleBroken {
  override name = 'Infected'
  readonly virus: string
  constructor(virus: string) {
    super(refusals.infected, 'file')
    this.virus = virus
  }
}

/** Whether a file is clean could not be told, so that it must not be taken. */
export class ScannerSilent extends Error {
  override name = 'ScannerSilent'
}

/** Throws Infected, and ScannerSilent where nobody can tell. Without a scanner every file passes. */
export async function insistOnClean(scanner: Scanner | undefined, path: string): Promise<void> {
  if (!scanner) return
  let virus: string | null
  try {
    virus = await scanner.findVirus(path)
  } catch (cause) {
    throw new ScannerSilent('the virus scanner does not tell whether a file is clean', { cause })
  }
  if (virus !== null) throw new Infected(virus)
}
