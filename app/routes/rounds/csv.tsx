import { dayOf } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { actorInWords } from '#app/domain/events/acting'
import { mayKeepRounds } from '#app/domain/improvements/round'
import { findRound, listRoundSections } from '#app/domain/improvements/round-lookup.server'
import { roundAnswerLabels } from '#app/ui/rounds/round-words'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'

/** The overview as a file: a line for each section that was asked. */
export const loader = page(async ({ actor, db, params, today }) => {
  const round = await findRound(db, idParam(params, 'id'))
  insist(mayKeepRounds(actor))
  const sections = await listRoundSections(db, round.id)
  return csvResponse(`うちの課では_${round.id}_${today}.csv`, [
    ['改善', '部', '課', '回答', '理由・ひとこと', '回答した日', '回答した人', '期限'],
    ...sections.map(({ bureauName, departmentName, answer, reason, answeredAt, actorName, headName }) => [
      round.title,
      bureauName ?? '',
      departmentName,
      answer === null ? '未回答' : roundAnswerLabels[answer],
      reason,
      answeredAt === null ? '' : dayOf(answeredAt),
      actorInWords({ actorName, headName }) ?? '',
      round.dueOn,
    ]),
  ])
})
