import type { Line } from './difference'
import type { Importer } from './importer'
import { appointments } from './importers/appointments.server'
import { departments } from './importers/departments.server'
import { people } from './importers/people.server'
import { posts } from './importers/posts.server'
import { projects } from './importers/projects.server'
import { seats } from './importers/seats.server'
import { subjectLinks } from './importers/subject-links.server'
import type { ImportedList } from './list'

const importers = { departments, posts, people, appointments, seats, projects, subjectLinks }

/** Each knows its own columns; whoever asks here treats all lists alike and sees only cells. */
export function importerOf(list: ImportedList): Importer<Line> {
  return importers[list] as unknown as Importer<Line>
}
