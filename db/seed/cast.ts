/**
 * The people of the sample town who can sign in, one for each part; all of them are invented. The first three work in
 * one section, so that a report can be followed from the desk where it is written to its head.
 */
export const cast = [
  {
    ...{ employeeNumber: '009067', role: '職員', name: '嶋﨑　里奈' },
    hint: '地域づくり推進課 主事。改善を報告し、提案を書きます。',
  },
  {
    ...{ employeeNumber: '001988', role: '課長', name: '波多江　理恵' },
    hint: '地域づくり推進課 課長。報告の確認と、照会への回答が待っています。',
  },
  {
    ...{ employeeNumber: '002341', role: '実施担当', name: '木村　正樹' },
    hint: '地域づくり推進課 主査。課のページの「提案の状況」から、採用された提案の実施を始め、結果を報告します。',
  },
  {
    ...{ employeeNumber: '003017', role: '提案者', name: '岡田　京子' },
    hint: '学務課 主任。グループで出した提案が、課の検討を受けています。',
  },
  {
    ...{ employeeNumber: '004523', role: '事務局', name: '太田　弘美' },
    hint: '経営企画課 主事。受付を待つ提案と、準備する会議があります。',
  },
  {
    ...{ employeeNumber: '002113', role: '事務改善委員会 委員長', name: '佐藤　幸子' },
    hint: '経営企画部 次長。次の会議の提案を採点し、会議では結果を記録します。',
  },
  {
    ...{ employeeNumber: '001488', role: '事務改善委員会 委員', name: '中島　慎也' },
    hint: '市民部 次長。次の会議の提案を採点します。',
  },
  {
    ...{ employeeNumber: '001244', role: '政策会議', name: '川﨑　政則' },
    hint: '経営企画部 部長。政策会議の結果を記録します。',
  },
  {
    ...{ employeeNumber: '002628', role: 'システム管理者', name: '竹内　楓' },
    hint: '情報システム課 主査。',
  },
] as const

/** Known to everybody on purpose: the sample town holds nothing but invented facts. */
export const samplePassword = 'mihon-no-machi'
