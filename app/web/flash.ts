import type { LastSignIn } from '#app/domain/accounts/last-sign-in'
import { dayOf, timeOf, warekiWithWeekday } from '#app/domain/calendar'

/**
 * What a page says after something was done, by the code in its address (`withFlash`). The sentence names what
 * happened and, where it helps, what comes next.
 */
const flashes: Readonly<Record<string, string>> = {
  signedOut: 'サインアウトしました。',
  passwordChanged: 'パスワードを変更しました。ほかの端末では、サインインし直してください。',
  allRead: 'お知らせをすべて既読にしました。',
  fileAttached: 'ファイルを付けました。',
  fileRemoved: 'ファイルを外しました。',
  draftKept: '下書きを保存しました。続きはいつでも「提案・報告する」から書けます。',
  draftDiscarded: '下書きを破棄しました。',
  practiceReported: '改善を報告しました。確認のあと、改善事例に載ります。',
  practiceConfirmed: '報告を確認しました。改善事例に登録されました。',
  practicesConfirmed: '選んだ報告を確認しました。改善事例に登録されました。',
  practiceReturned: '報告を差し戻しました。報告した人に加筆をお願いしています。',
  otherSessionsEnded: 'ほかの端末をサインアウトしました。',
  considerationExtended: '回答の期限を延ばしました。提案者と事務局に知らせます。',
  considerationReassigned: '所管替えをしました。移した先の課と、提案者、事務局に知らせます。',
  proposerAsked: '質問しました。提案者に知らせます。',
  questionAnswered: '回答しました。質問した人に知らせます。名前は伝わりません。',
  considerationSaved: '検討記録の下書きを保存しました。まだ回答していません。',
  considerationTakenUp: '受け付けました。検討を始めたことが提案者に伝わります。',
  considerationAnswered: '回答しました。提案者と事務局に知らせます。',
  sittingPlanned: '会議を予定しました。次は、議題を選びます。',
  sittingChanged: '会議の予定を変更しました。',
  agendaChosen: '議題に加えました。',
  agendaReordered: '議題の順番を変えました。',
  papersSent: '資料を送りました。委員に知らせています。',
  scoreSaved: '採点を保存しました。開示されるまで、変えることができます。',
  allScored: '採点を保存しました。採点する議題は、これですべてです。',
  recusalDeclared: '除斥の申し出を記録しました。',
  scoresOpened: '採点を開示しました。',
  attendanceRecorded: '出席を記録しました。審議の結果を記録できます。',
  itemsPostponed: '次回の会議へ回しました。',
  itemsAsked: '主管課に照会しました。回答がそろうと、委員会に戻ります。',
  minutesWritten: '議事録を保存しました。',
  sittingClosed: '会議を終えました。次は、結果を通知します。',
  itemResolved: '結果を記録しました。事務局が通知するまで公開されません。',
  rubricSet: '採点表を保存しました。',
  proposalHeld: '育てることに決めました。再検討日に、自動で委員会に戻ります。',
  holdNoted: '進み具合を残しました。提案者に知らせます。',
  proposalAskedAgain: '担当課に照会しました。回答がそろうと、委員会に戻ります。',
  proposalReferred: '政策会議に付議しました。',
  councilOutcomeRecorded: '政策会議の結果を記録しました。',
  decisionsNotified: '結果を通知しました。判定と理由が公開されました。',
  proposalClosed: '手続きを終えました。',
  implementationStarted: '実施を始めたことを記録しました。',
  implementationReported: '実施状況を報告しました。',
  implementationCompleted: '実施の完了を報告しました。次は、別の人が効果を確認します。',
  implementationAbandoned: '実施の見送りを報告しました。',
  implementationReverted: '元に戻したことを報告しました。',
  effectVerified: '効果を確認しました。',
  draftSaved: '下書きを保存しました。自分とメンバーだけが見られます。',
  proposalSubmitted: '提案を提出しました。事務局が受け付けて、担当する課に検討をお願いします。',
  proposalLeft: '提案のメンバーから外れました。',
  proposalWithdrawn: '提案を取り下げました。あとで再提案することもできます。',
  resubmissionBegun: '前の提案を写した下書きを作りました。直してから提出してください。',
  proposalAccepted: '提案を受け付け、課に検討をお願いしました。',
  proposalReturned: '提案を差し戻しました。',
  proposalDeclined: '提案を不受理とし、理由を提案者に伝えました。',
  proposalInformed: '提案を情報として課に伝えました。',
  proposalMerged: '提案を統合しました。',
  spreadRecorded: '記録しました。改善した人に知らせます。',
  spreadReported: '報告の下書きを作りました。自分の課のことに直して、報告してください。',
  spreadCancelled: '「うちの課でもやる」を取り消しました。',
  remarked: '改善した人に届けました。',
  followed: 'この改善を追いかけます。動きがあると、お知らせが届きます。',
  unfollowed: '追いかけるのをやめました。',
  synonymsSet: '同義語を保存しました。検索はすぐに変わります。',
  supported: '提案者に伝えました。',
  supportWithdrawn: '取り消しました。',
  personRegistered: '職員を登録しました。次に、所属と職位の発令を入れてください。',
  personEdited: '職員の情報を変更しました。',
  personAppointed: '発令を登録しました。始まりの日の午前0時から有効です。',
  appointmentEnded: '発令の最後の日を登録しました。',
  appointmentCancelled: '発令を取り消しました。',
  personSeated: '名簿に登録しました。任期の初日の午前0時から有効です。',
  seatEnded: '任期の末日を登録しました。',
  departmentRegistered: '所属を登録しました。次に、所属長の発令を入れてください。',
  departmentEdited: '所属を変更しました。',
  reorganisationPlanned: '案を作りました。次は、改称や統合などの行を加えます。',
  reorganisationChanged: '名前と施行日を変更しました。',
  reorganisationLineAdded: '行を加えました。まだ何も変わっていません。',
  reorganisationLineRemoved: '行を消しました。',
  reorganisationProjectsChosen: '事務事業の移る先を決めました。',
  reorganisationScheduled: '予定しました。施行日の午前0時に切り替わります。それまでは取り消せます。',
  reorganisationCancelled: '組織改正を取り消しました。',
  reorganisationProjectsPlaced: '前の所属のままだった事務事業を移しました。',
  unusedDaysSet: '使っていないアカウントの日数を決めました。',
  quorumSet: '定数と定足数を登録しました。始まりの日の会議から使います。',
  delegateNamed: '代理を決めました。所属長と代理の人に知らせます。',
  delegationEnded: '代理を終えました。所属長と代理の人に知らせます。',
  signedOutEverywhere: 'すべての端末をサインアウトしました。',
  accountStopped: 'アカウントを利用停止にしました。',
  accountResumed: 'アカウントの利用を再開しました。',
  importApplied: '取り込みを反映しました。30日以内なら、元に戻せます。',
  importDiscarded: '取り込みをやめました。何も変えていません。',
  importUndone: '取り込みを元に戻しました。',
  mergerUndone: '統合を取り消しました。',
}

/** Nothing for a code that nobody wrote a sentence for. */
export function flashOf(code: string | null): string | null {
  return code !== null && Object.hasOwn(flashes, code) ? (flashes[code] ?? null) : null
}

/** After signing in: a time or a number the person does not remember is a reason to ask (総務省ガイドライン 6.2). */
export function lastSignInInWords({ previousAt, failures }: LastSignIn): string {
  const last = previousAt
    ? `前回のサインインは${warekiWithWeekday(dayOf(previousAt))}${timeOf(previousAt)}です。`
    : '初めてのサインインです。'
  const wrong = failures > 0 ? `その後、パスワードの誤りが${failures}回ありました。` : ''
  return `サインインしました。${last}${wrong}`
}
