import type { Config } from '#app/server/config'

/** A subcommand of the built server. Throws a sentence for the operator when it cannot do its work. */
export type Command = (args: readonly string[], config: Config) => Promise<void>

/** The one argument a command takes. Throws with its usage otherwise. */
export function onlyArgument(args: readonly string[], usage: string): string {
  const [argument, ...more] = args
  if (argument === undefined || more.length > 0) throw new Error(`使い方: ${usage}`)
  return argument
}
