import { circle, line, moved, path, picture, rect, shade, shadow, text } from './shapes'

/* 様式: sheets to fill in on a desk, seen from above. */

const [sheetWidth, sheetHeight] = [340, 470]

function sheet(title: string, body: string): string {
  return [
    rect(
      -sheetWidth / 2 + 8,
      -sheetHeight / 2 + 10,
      sheetWidth,
      sheetHeight,
      '#000',
      "opacity='.25' filter='url(#soft)'",
    ),
    rect(-sheetWidth / 2, -sheetHeight / 2, sheetWidth, sheetHeight, '#fdfdfb', "stroke='#d6d2c8'"),
    text(title, { at: [0, -sheetHeight / 2 + 42], height: 24, bold: true }),
    line(-120, -sheetHeight / 2 + 64, 120, -sheetHeight / 2 + 64, '#888', 1.4),
    body,
  ].join('')
}

function field(label: string, y: number, height = 34): string {
  const left = -sheetWidth / 2 + 24
  return (
    rect(left, y, 92, height, '#eef0f2', "stroke='#9aa0a6' stroke-width='1.2'") +
    rect(left + 92, y, sheetWidth - 140, height, '#fff', "stroke='#9aa0a6' stroke-width='1.2'") +
    text(label, { at: [left + 46, y + height / 2], height: 15 })
  )
}

const same = ['住所', '氏名', '生年月日', '電話番号']

/** The same four lines on top of each, in another order and another size. */
function formOf(title: string, labels: readonly string[], own: string): string {
  const lines = labels.map((label, n) => field(label, -150 + n * 40)).join('')
  const text_ = [40, 62, 84].map((y) => line(-146, y, 146, y, '#c9ccd0', 2)).join('')
  return sheet(
    title,
    lines +
      text_ +
      field(own, 112, 54) +
      circle(118, 196, 24, 'none', "stroke='#c8452f' stroke-width='2.4' stroke-dasharray='5 4'") +
      text('印', { at: [118, 196], height: 18, fill: '#c8452f' }),
  )
}

function pen(x: number, y: number, turn: number, fill: string): string {
  return moved(
    x,
    y,
    shadow(4, 12, 110, 7, 0.3) +
      rect(-110, -9, 200, 18, fill, "rx='9'") +
      path('M90 -9 L118 0 L90 9Z', '#d9c9a8') +
      path('M108 -3 L120 0 L108 3Z', '#333') +
      rect(-80, -13, 60, 5, '#e9e9e9', "rx='2'"),
    `rotate(${turn})`,
  )
}

function desk(things: string): string {
  const grain = [90, 210, 340, 460, 590, 690]
    .map((y, n) =>
      path(
        `M0 ${y} Q ${250 + n * 30} ${y - 18} 520 ${y} T 1000 ${y - 6}`,
        'none',
        "stroke='#b98a52' stroke-width='2' opacity='.35'",
      ),
    )
    .join('')
  return picture(shade('top', '#d8ab72', '#c8965a'), rect(0, 0, 1000, 750, 'url(#top)') + grain + things)
}

/** Three sheets, each of which asks for the name and the address once more, and wants a seal. */
export function formsBefore(): string {
  return desk(
    [
      moved(250, 352, formOf('利用申込書', same, '希望日'), 'rotate(-7)'),
      moved(724, 336, formOf('減免申請書', ['氏名', '住所', '電話番号', '生年月日'], '理由'), 'rotate(8)'),
      moved(486, 432, formOf('同　意　書', ['生年月日', '氏名', '電話番号', '住所'], '同意'), 'rotate(1)'),
      moved(
        884,
        656,
        circle(0, 0, 44, '#2d3138') +
          circle(0, 0, 34, '#b8322a') +
          circle(-8, -8, 12, '#fff', "opacity='.15'"),
      ),
      pen(180, 676, -14, '#2c3e63'),
    ].join(''),
  )
}

/** One sheet: name and address once, boxes to tick for what is wanted, no seal. */
export function formsAfter(): string {
  const tick = (words: string, y: number, isOn: boolean) =>
    rect(-138, y - 11, 22, 22, '#fff', "stroke='#2f8f57' stroke-width='2.4' rx='3'") +
    (isOn
      ? path(
          `M-133 ${y} L-127 ${y + 7} L-117 ${y - 9}`,
          'none',
          "stroke='#2f8f57' stroke-width='4' stroke-linecap='round'",
        )
      : '') +
    text(words, { at: [8, y], height: 18 })
  const body = [
    rect(-sheetWidth / 2, -sheetHeight / 2, sheetWidth, 12, '#2f8f57'),
    ...same.map((label, n) => field(label, -158 + n * 42, 36)),
    rect(-152, 26, 304, 150, '#eef7f1', "rx='8' stroke='#2f8f57' stroke-width='1.4'"),
    tick('利用を申し込みます', 56, true),
    tick('減免を申請します　', 96, false),
    tick('同意します　　　　', 136, true),
    text('押印はいりません', { at: [0, 204], height: 18, fill: '#2f8f57', bold: true }),
  ].join('')
  return desk(
    [
      moved(470, 372, sheet('利用申込書（共通）', body), 'scale(1.34)'),
      pen(836, 470, -62, '#2c3e63'),
      moved(
        846,
        160,
        shadow(6, 10, 62, 52, 0.3) +
          circle(0, 0, 60, '#f7f4ee') +
          circle(0, 0, 46, '#6b4a33') +
          circle(0, 0, 46, 'none', "stroke='#8a6547' stroke-width='5'") +
          path('M56 -18 Q92 -14 88 16 Q84 40 50 30', 'none', "stroke='#f7f4ee' stroke-width='13'"),
      ),
    ].join(''),
  )
}
