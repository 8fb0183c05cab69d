import { isRouteErrorResponse } from '@remix-run/react'

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 422 | 429 | 500 | 503

interface Words {
  readonly status: Status
  readonly title: string
  readonly message: string
  readonly what?: string
}

/** What the error page says. The domain's own sentence, where there is one, says it best. */
export function wordsOfError(error: unknown, contact: string): Words {
  if (!isRouteErrorResponse(error)) return { status: 500, ...texts(contact)[500] }
  const status = isKnown(error.status, contact) ? error.status : 500
  const said: unknown = error.data?.message
  return {
    status,
    ...texts(contact)[status],
    ...(status !== 500 && typeof said === 'string' && said !== '' && { message: said }),
  }
}

function texts(contact: string): Readonly<Record<Status, Omit<Words, 'status'>>> {
  const ask = `続くときは、${contact}へお知らせください。`
  return {
    400: {
      title: '送信を受け付けられませんでした',
      message: '前のページに戻って、やり直してください。',
      what: ask,
    },
    401: { title: 'サインインが必要です', message: 'サインインすると、続きから始められます。' },
    403: {
      title: 'このページは開けません',
      message: '担当の人だけが開けるページです。',
      what: `必要なときは、${contact}へご相談ください。`,
    },
    404: {
      title: 'ページが見つかりません',
      message: 'アドレスが違うか、まだ公開されていないか、あなたには公開されていないページです。',
      what: `お困りのときは、${contact}へご相談ください。`,
    },
    405: { title: 'この操作はできません', message: '前のページに戻って、やり直してください。' },
    409: { title: 'ほかの人が先に保存しました', message: '最新の内容を開いて、確かめてください。' },
    422: { title: '保存できませんでした', message: '入力した内容を確かめてください。' },
    429: {
      title: 'しばらくお待ちください',
      message: '短い時間に操作が重なりました。1分ほど待ってから、もう一度お試しください。',
    },
    500: { title: 'システムで問題が起きました', message: 'もう一度お試しください。', what: ask },
    503: { title: 'いまは利用できません', message: 'しばらくしてから、もう一度お試しください。', what: ask },
  }
}

function isKnown(status: number, contact: string): status is Status {
  return Object.hasOwn(texts(contact), status)
}
