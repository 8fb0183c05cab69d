import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder of an installed PostgreSQL with its server and its own pg_dump: the npm package brings no such tools, and
 * those of another version refuse its server.
 */
export function findPostgresWithTools(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  return versions
    .map((version) => join(debian, version, 'bin'))
    .find((folder) => ['initdb', 'pg_dump', 'pg_restore'].every((tool) => existsSync(join(folder, tool))))
}
