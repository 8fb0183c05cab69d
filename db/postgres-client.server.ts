import pg from 'pg'

export interface Preparing {
  /** What is asked this often will be asked again. */
  readonly asks: number
  /** Each connection of the server keeps what was prepared on it until it ends. */
  readonly most: number
}

const ofTheApplication: Preparing = { asks: 3, most: 400 }
const mostCounted = 4_000

/**
 * Clients for one pool, which prepare the statements that come again and again, so that PostgreSQL plans them a few times
 * and not with each page: what stands around a proposal takes it longer to plan than to find. SQLite's connection keeps its
 * statements for the same reason.
 */
export function preparingClient({ asks: enough, most } = ofTheApplication): typeof pg.Client {
  const asks = new Map<string, number>()
  const names = new Map<string, string>()

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= most) return known
    const count = (asks.get(text) ?? 0) + 1
    if (count < enough) {
      if (asks.size >= mostCounted) asks.clear()
      asks.set(text, count)
      return undefined
    }
    asks.delete(text)
    const name = `kaizen_${names.size + 1}`
    names.set(text, name)
    return name
  }

  return class extends pg.Client {
    override query(...given: unknown[]): never {
      const [text, values] = given
      const isPlain =
        typeof text === 'string' && Array.isArray(values) && values.length > 0 && given.length === 2
      const name = isPlain ? nameOf(text) : undefined
      const asked = name === undefined ? given : [{ name, text, values }]
      return Reflect.apply(super.query, this, asked) as never
    }
  }
}
