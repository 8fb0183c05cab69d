import pg from 'pg'

/** The address of one database of a server. */
export function databaseAt(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

/** One statement on the server itself. Returns whether it found or changed anything. */
export async function onServer(server: string, statement: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return ((await client.query(statement)).rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}
