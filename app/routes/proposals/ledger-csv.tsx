import { fiscalYearLabel } from '#app/domain/calendar'
import { listWholeLedger } from '#app/domain/proposals/ledger.server'
import { decisionLabels, stageLabels } from '#app/ui/words'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { ledgerFilter, ledgerQuestion } from './ledger-filter'

const head = [
  '受付番号',
  '提案の名前',
  '段階',
  '主管課',
  '提出日',
  '受付日',
  '回答期限',
  '判定',
  '判定日',
  '通知日',
]

/** The ledger as a file, as it is filtered on the screen, and without names as there. */
export const loader = page(async ({ actor, db, today, url }) => {
  const filter = ledgerFilter(url, today)
  const lines = await listWholeLedger(db, actor, ledgerQuestion(filter, today))
  return csvResponse(`提案台帳_${fiscalYearLabel(filter.year)}_${today}.csv`, [
    head,
    ...lines.map((line) => [
      line.receiptNumber ?? '',
      line.title,
      stageLabels[line.stage],
      line.leadDepartmentName ?? '',
      line.submittedOn,
      line.acceptedOn ?? '',
      line.answerDueOn ?? '',
      line.decision ? decisionLabels[line.decision] : '',
      line.decidedOn ?? '',
      line.notifiedOn ?? '',
    ]),
  ])
})
