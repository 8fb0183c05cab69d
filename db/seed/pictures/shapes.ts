/* The few shapes of which the pictures of the sample town are made. */

/** Of every picture, in pixels. */
export const size = { width: 1000, height: 750 }

const font = "font-family='Noto Sans CJK JP, Noto Sans JP, sans-serif'"

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x='${x}' y='${y}' width='${width}' height='${height}' fill='${fill}' ${more}/>`
}

export function area(points: readonly (readonly [number, number])[], fill: string, more = ''): string {
  return `<polygon points='${points.map((point) => point.join(',')).join(' ')}' fill='${fill}' ${more}/>`
}

export function path(drawn: string, fill: string, more = ''): string {
  return `<path d='${drawn}' fill='${fill}' ${more}/>`
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 2): string {
  return `<line x1='${x1}' y1='${y1}' x2='${x2}' y2='${y2}' stroke='${stroke}' stroke-width='${width}' stroke-linecap='round'/>`
}

export function circle(x: number, y: number, radius: number, fill: string, more = ''): string {
  return `<circle cx='${x}' cy='${y}' r='${radius}' fill='${fill}' ${more}/>`
}

interface Written {
  readonly at: readonly [number, number]
  readonly height: number
  readonly fill?: string
  readonly bold?: boolean
}

/** Centred at a point. */
export function text(words: string, { at: [x, y], height, fill = '#333', bold = false }: Written): string {
  const weight = bold ? '700' : '400'
  return `<text x='${x}' y='${y}' ${font} font-size='${height}' font-weight='${weight}' fill='${fill}' text-anchor='middle' dominant-baseline='central'>${words}</text>`
}

export function shadow(x: number, y: number, rx: number, ry: number, opacity = 0.28): string {
  return `<ellipse cx='${x}' cy='${y}' rx='${rx}' ry='${ry}' fill='#000' opacity='${opacity}' filter='url(#soft)'/>`
}

export function moved(x: number, y: number, shapes: string, more = ''): string {
  return `<g transform='translate(${x} ${y}) ${more}'>${shapes}</g>`
}

/** From light above to dark below, under a name. */
export function shade(id: string, above: string, below: string): string {
  return `<linearGradient id='${id}' x1='0' y1='0' x2='0' y2='1'><stop offset='0' stop-color='${above}'/><stop offset='1' stop-color='${below}'/></linearGradient>`
}

export function picture(definitions: string, shapes: string): string {
  const { width, height } = size
  return `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}' viewBox='0 0 ${width} ${height}'>
<defs><filter id='soft' x='-50%' y='-50%' width='200%' height='200%'><feGaussianBlur stdDeviation='9'/></filter>${definitions}</defs>${shapes}</svg>`
}

/** Small differences that come out the same each time. */
export function dice(seed: number): (from: number, to: number) => number {
  let state = seed
  return (from, to) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return from + (state / 2_147_483_648) * (to - from)
  }
}
