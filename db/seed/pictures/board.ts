import { circle, line, moved, picture, rect, shade, shadow, text } from './shapes'

/** 退庁予定: a white board with a row for each desk and a plate for when its person means to leave. */
export function boardAfter(): string {
  const [left, top, column, row] = [232, 168, 190, 74]
  const hours = ['17:15', '18:00', '19:00'] as const
  const colours = ['#2f8f57', '#2f6db5', '#c8452f'] as const
  const desks = ['課長', '主幹', '係長', '主査', '主任', '主事'] as const
  const chosen = [1, 0, 0, 2, 0, 0] as const
  const head = hours.map(
    (hour, n) =>
      rect(left + n * column + 8, 112, column - 16, 44, colours[n] ?? '#555', "rx='6'") +
      text(hour, { at: [left + n * column + column / 2, 134], height: 26, fill: '#fff', bold: true }),
  )
  const lines = desks.map((desk, n) => {
    const y = top + n * row
    const at = chosen[n] ?? 0
    const plate = moved(
      left + at * column + column / 2,
      y + row / 2,
      shadow(2, 5, 62, 20, 0.25) +
        rect(-64, -22, 128, 44, '#fff', `rx='8' stroke='${colours[at] ?? '#555'}' stroke-width='4'`) +
        circle(0, -14, 6, '#8d9399') +
        text('退庁', { at: [0, 6], height: 20, fill: colours[at] ?? '#555', bold: true }),
    )
    return (
      line(96, y, 806, y, '#c8ced2', 2) +
      text(desk, { at: [160, y + row / 2], height: 24, bold: true }) +
      plate
    )
  })
  const columns = [left, left + column, left + 2 * column, left + 3 * column].map((x) =>
    line(x, 106, x, top + 6 * row, '#c8ced2', 2),
  )
  const plants = moved(
    908,
    640,
    shadow(0, 44, 70, 12) +
      rect(-42, -20, 84, 66, '#b5683f', "rx='8'") +
      [-40, -16, 12, 36]
        .map(
          (x, n) =>
            `<path d='M0 -20 Q${x * 1.8} ${-90 - n * 12} ${x * 1.3} -150 Q${x * 0.3} -90 0 -20Z' fill='${n % 2 ? '#4f8f5c' : '#3f7a4c'}'/>`,
        )
        .join(''),
  )
  return picture(
    shade('wall', '#f4efe5', '#e2d9c9'),
    [
      rect(0, 0, 1000, 690, 'url(#wall)'),
      rect(0, 680, 1000, 70, '#a79d8d'),
      rect(64, 34, 776, 606, '#000', "opacity='.2' filter='url(#soft)'"),
      rect(58, 26, 776, 606, '#aeb6bb', "rx='8'"),
      rect(72, 40, 748, 578, '#fcfdfd', "rx='4'"),
      text('きょうの退庁予定', { at: [446, 76], height: 34, bold: true }),
      ...head,
      ...columns,
      ...lines,
      rect(250, 630, 360, 16, '#8d969c', "rx='4'"),
      rect(290, 618, 70, 14, '#2f6db5', "rx='5'") +
        rect(376, 618, 70, 14, '#c8452f', "rx='5'") +
        rect(470, 612, 90, 20, '#4a5158', "rx='4'"),
      plants,
    ].join(''),
  )
}
