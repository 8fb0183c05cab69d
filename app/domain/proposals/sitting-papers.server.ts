import type { SittingFacts } from '../committees/sitting'
import type { Db } from '../context'
import type { Actor } from '../organisation/actor'
import type { ConsideredSubject } from './consideration-view'
import { listSubjects } from './consideration-subject.server'
import type { Stance } from './decision'
import { type AgendaLine, findAgendaSeenBy } from './sitting-lines.server'

/** What a department says, as it stands on the paper. */
export interface PaperAnswer {
  readonly departmentName: string
  readonly isLead: boolean
  readonly stance: Stance | null
  readonly grounds: string
}

export interface Paper {
  readonly line: AgendaLine
  readonly subject: ConsideredSubject
  readonly answers: readonly PaperAnswer[]
}

/** One paper for each item of a sitting, in its order. Seven statements, however many. Throws NotFound. */
export async function listPapersSeenBy(
  db: Db,
  actor: Actor,
  sittingId: number,
): Promise<{ sitting: SittingFacts; papers: Paper[] }> {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, sittingId)
  const ids = lines.map(({ proposalId }) => proposalId)
  const subjects = await listSubjects(db, ids)
  const answers = await listAnswers(db, ids)
  return {
    sitting,
    papers: lines.flatMap((line) => {
      const subject = subjects.find(({ id }) => id === line.proposalId)
      return subject ? [{ line, subject, answers: answers.get(line.proposalId) ?? [] }] : []
    }),
  }
}

/** The department's word in every round, the latest first and the lead department at its head. */
async function listAnswers(db: Db, proposalIds: readonly number[]): Promise<Map<number, PaperAnswer[]>> {
  const answers = new Map<number, PaperAnswer[]>()
  if (proposalIds.length === 0) return answers
  const rows = await db
    .selectFrom('considerations')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .innerJoin('considerationAnswers as answers', (join) =>
      join
        .onRef('answers.considerationId', '=', 'considerations.id')
        .on('answers.answeredAt', 'is not', null),
    )
    .select([
      ...(['considerations.proposalId', 'considerations.isLead', 'departments.name'] as const),
      ...(['answers.stance', 'answers.grounds'] as const),
    ])
    .where('considerations.proposalId', 'in', [...proposalIds])
    .orderBy('considerations.round', 'desc')
    .orderBy('considerations.isLead', 'desc')
    .orderBy('considerations.id')
    .limit(20 * proposalIds.length)
    .execute()
  for (const { proposalId, name, isLead, stance, grounds } of rows) {
    const answer = { departmentName: name, isLead: isLead === 1, stance: stance as Stance | null, grounds }
    answers.set(proposalId, [...(answers.get(proposalId) ?? []), answer])
  }
  return answers
}
