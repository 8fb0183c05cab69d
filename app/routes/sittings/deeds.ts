import {
  mayChangeAgenda,
  mayClose,
  mayOpenScores,
  mayPrepare,
  mayRecordAttendance,
  maySendPapers,
  mayWriteMinutes,
} from '#app/domain/committees/policy'
import type { SittingFacts } from '#app/domain/committees/sitting'
import type { Actor } from '#app/domain/organisation/actor'
import type { AgendaLine } from '#app/domain/proposals/sitting-lines.server'
import { no, type Verdict } from '#app/domain/verdict'
import type { Deed } from '#app/ui/proposals/deeds'
import { paths } from '#app/web/paths'

/** What whoever prepares a meeting can do next, in the order in which it is done; the main one is the next step. */
export function sittingDeeds(actor: Actor, sitting: SittingFacts, lines: readonly AgendaLine[]): Deed[] {
  if (!mayPrepare(actor, sitting.body).ok) return []
  const { id } = sitting
  const scores = sitting.body === 'improvementCommittee'
  const hasClosedScores = lines.some(({ scoresOpenedAt }) => scoresOpenedAt === null)
  const isOpen = mayChangeAgenda(actor, sitting).ok
  const withItems = (verdict: Verdict) => (lines.length === 0 ? no('先に議題を選んでください。') : verdict)
  const steps: (Deed & { isShown: boolean })[] = [
    {
      ...{ label: '議題を選ぶ', href: paths.sittingAgenda(id), verdict: mayChangeAgenda(actor, sitting) },
      ...{ isShown: isOpen, isMain: lines.length === 0 },
    },
    {
      ...{ label: '順番を変える', href: paths.sittingOrder(id), verdict: mayChangeAgenda(actor, sitting) },
      ...{ isShown: isOpen && lines.length > 1 },
    },
    {
      ...{ label: '資料を送る', href: paths.sittingPapers(id), isShown: sitting.papersSentAt === null },
      ...{ verdict: withItems(maySendPapers(actor, sitting)), isMain: lines.length > 0 },
    },
    {
      ...{ label: '採点を開示する', href: paths.scoreOpening(id), verdict: mayOpenScores(actor, sitting) },
      isShown: scores && sitting.papersSentAt !== null && isOpen && hasClosedScores,
    },
    {
      label: sitting.begunAt === null ? '出席を記録して会議を始める' : '出席を記録し直す',
      ...{ href: paths.attendance(id), verdict: mayRecordAttendance(actor, sitting), isShown: isOpen },
      isMain: sitting.begunAt === null && sitting.papersSentAt !== null,
    },
    {
      ...{ label: '議事録を書く', href: paths.minutes(id), verdict: mayWriteMinutes(actor, sitting) },
      isShown: sitting.begunAt !== null,
    },
    {
      ...{ label: '会議を終える', href: paths.sittingClosing(id), verdict: mayClose(actor, sitting) },
      ...{ isShown: sitting.begunAt !== null && isOpen },
      isMain: lines.every(({ outcome, isGone }) => outcome !== null || isGone),
    },
    {
      ...{ label: '予定を変える', href: paths.sittingEdit(id), verdict: mayChangeAgenda(actor, sitting) },
      isShown: isOpen,
    },
  ]
  return steps.filter(({ isShown }) => isShown).map(({ isShown: _, ...deed }) => deed)
}
