import { createHash } from 'node:crypto'

type Sentences = readonly [title: string, advice: string]

const bug: Sentences = [
  'システムで問題が起きました',
  'しばらくしてからもう一度お試しください。続くときは、下の番号を担当者に伝えてください。',
]

const sentences: Readonly<Record<number, Sentences>> = {
  400: ['リクエストの形式が正しくありません', 'アドレスを確かめるか、前のページに戻ってやり直してください。'],
  403: [
    '送信を受け付けられませんでした',
    'ほかのサイトから送られた可能性があります。このシステムのページを開き直して、もう一度送信してください。',
  ],
  404: ['ページが見つかりません', 'アドレスを確かめるか、ホームから探してください。'],
  405: ['この操作はできません', '前のページに戻ってやり直してください。'],
  411: [
    '送信を受け付けられませんでした',
    '送る量が分からない送信は受け付けていません。ブラウザーから送信してください。',
  ],
  413: ['送信する内容が大きすぎます', '前のページに戻り、文章を短くしてもう一度送信してください。'],
  415: ['送信の形式が正しくありません', 'このシステムのページを開き直して、もう一度送信してください。'],
  421: ['アドレスが正しくありません', 'システムの担当者から案内されたアドレスで開いてください。'],
  429: ['アクセスが集中しています', '1分ほど待ってから、もう一度開いてください。'],
  503: ['いまは利用できません', 'しばらくしてからもう一度お試しください。'],
}

const style =
  'body{font:1rem/1.7 "Noto Sans JP","BIZ UDPGothic",Meiryo,sans-serif;color:#1a1a1c;max-width:40rem;margin:4rem auto;padding:0 1rem}' +
  'h1{font-size:1.75rem;line-height:1.4}small{color:#626264}a{color:#0017c1}'
const styleHash = createHash('sha256').update(style).digest('base64')

/** Of what was opened, where nothing was sent. */
const refusedToOpen: Sentences = [
  'このページは開けません',
  '見られるのは、権限のある職員だけです。必要なときは、システムの担当者に相談してください。',
]

/**
 * What has no page of its own, a file or a list as CSV, refuses in JSON. Whoever has opened it in a browser is shown a page
 * instead; scripts, which ask for no HTML, get the answer as it is.
 */
export function readable(answer: Response, request: Request, requestId: string): Response {
  const isBare = answer.status >= 400 && answer.headers.get('content-type')?.startsWith('application/json')
  const isOpened = request.method === 'GET' && request.headers.get('accept')?.includes('text/html')
  if (!isBare || !isOpened) return answer
  const wait = answer.headers.get('retry-after')
  return pageOf(answer.status, requestId, {
    words: answer.status === 403 ? refusedToOpen : sentences[answer.status],
    headers: { 'cache-control': 'no-store', ...(wait !== null && { 'retry-after': wait }) },
  })
}

/** The page for what never reaches Remix. It needs nothing else of the server, not even a style sheet. */
export function errorPage(status: number, requestId: string, headers: Record<string, string> = {}): Response {
  return pageOf(status, requestId, { words: sentences[status], headers })
}

function pageOf(
  status: number,
  requestId: string,
  { words, headers }: { words: Sentences | undefined; headers: Record<string, string> },
): Response {
  const [title, advice] = words ?? bug
  const html = `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${advice}</p><p><a href="/">ホームへ</a></p><p><small>番号 ${requestId}</small></p></main></body></html>
`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      ...headers,
    },
  })
}
