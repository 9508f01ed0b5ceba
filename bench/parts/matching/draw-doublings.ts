import type { Doubling } from './measure-doublings.ts'
import { shown } from './measuring.ts'

const size = { width: 720, height: 440 }
const frame = { left: 92, right: 690, top: 72, bottom: 372 }

/** Posts per CPU second against the number of queries, both by logarithm, as an SVG that is legible on light and on dark. */
export function drawDoublings(measured: readonly Doubling[]): string {
  const first = measured[0]!
  const last = measured.at(-1)!
  const highest = Math.max(...measured.map(({ postsPerCpuSecond }) => postsPerCpuSecond))
  const proportional = (first.postsPerCpuSecond * first.queries) / last.queries
  const x = scale([first.queries, last.queries], [frame.left, frame.right])
  const y = scale([proportional / 1.3, highest * 1.3], [frame.bottom, frame.top])
  const points = measured.map(({ queries, postsPerCpuSecond }) => ({
    x: x(queries),
    y: y(postsPerCpuSecond),
    rate: postsPerCpuSecond,
  }))
  return [
    ...opening,
    ...stepsBetween(proportional / 1.3, highest * 1.3).map((rate) => horizontal(y(rate), shown(rate))),
    ...measured.map(({ queries }) => vertical(x(queries), thousands(queries))),
    line('frame', [frame.left, frame.bottom], [frame.right, frame.bottom]),
    line('equal', [frame.left, y(first.postsPerCpuSecond)], [frame.right, y(proportional)]),
    label(
      'equal-text',
      [x(8 * first.queries), y(first.postsPerCpuSecond / 8) + 30],
      'end',
      'if cost grew as queries do',
    ),
    `<polyline class="seen" points="${points.map((point) => `${at(point.x)},${at(point.y)}`).join(' ')}"/>`,
    ...points.flatMap((point, index) => [
      `<circle class="dot" cx="${at(point.x)}" cy="${at(point.y)}" r="4"/>`,
      label(
        'value',
        [point.x, point.y - 12],
        placing(index, points.length),
        thousands(Math.round(point.rate / 1000) * 1000),
      ),
    ]),
    '</svg>',
    '',
  ].join('\n')
}

const opening = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title about">`,
  '<title id="title">Posts matched per CPU second, by the number of stored queries</title>',
  '<desc id="about">Both axes by logarithm. The measured line falls far more slowly than the dashed one, on which every doubling of the queries would halve it.</desc>',
  '<style>',
  'svg{--back:#fff;--ink:#1d2330;--soft:#5a6375;--grid:#e3e6ec;--line:#1f5fbf;font:13px system-ui,sans-serif}',
  '@media (prefers-color-scheme:dark){svg{--back:#14171d;--ink:#e8ebf1;--soft:#a3acbd;--grid:#2c323d;--line:#7fb0ff}}',
  '.back{fill:var(--back)}text{fill:var(--soft)}.heading{fill:var(--ink);font-size:17px;font-weight:600}',
  '.value{fill:var(--ink);font-size:12px}.grid{stroke:var(--grid)}.frame{stroke:var(--soft)}',
  '.equal{stroke:var(--soft);stroke-dasharray:6 5}.seen{fill:none;stroke:var(--line);stroke-width:2.5}.dot{fill:var(--line)}',
  '</style>',
  `<rect class="back" width="${size.width}" height="${size.height}" rx="8"/>`,
  label('heading', [24, 34], 'start', 'Posts matched per CPU second'),
  label('note', [24, 54], 'start', 'one thread, by the number of stored queries'),
  label('axis', [(frame.left + frame.right) / 2, size.height - 18], 'middle', 'stored queries'),
  `<text class="axis" text-anchor="middle" transform="translate(22 ${(frame.top + frame.bottom) / 2}) rotate(-90)">posts per CPU second</text>`,
]

type Point = readonly [x: number, y: number]

/** Maps by logarithm. */
function scale([fromLow, fromHigh]: Point, [toLow, toHigh]: Point): (value: number) => number {
  const whole = Math.log(fromHigh / fromLow)
  return (value) => toLow + (Math.log(value / fromLow) / whole) * (toHigh - toLow)
}

/** 1, 2, 5, 10, 20, … times a power of ten, between two numbers. */
function stepsBetween(low: number, high: number): number[] {
  const steps: number[] = []
  for (let power = 1; power <= high; power *= 10)
    for (const times of [1, 2, 5]) if (power * times >= low && power * times <= high) steps.push(power * times)
  return steps
}

function horizontal(y: number, text: string): string {
  return `${line('grid', [frame.left, y], [frame.right, y])}${label('tick', [frame.left - 10, y + 4], 'end', text)}`
}

function vertical(x: number, text: string): string {
  return `${line('grid', [x, frame.top], [x, frame.bottom])}${label('tick', [x, frame.bottom + 20], 'middle', text)}`
}

function line(name: string, from: Point, to: Point): string {
  return `<line class="${name}" x1="${at(from[0])}" y1="${at(from[1])}" x2="${at(to[0])}" y2="${at(to[1])}"/>`
}

function label(name: string, [x, y]: Point, anchor: string, text: string): string {
  return `<text class="${name}" x="${at(x)}" y="${at(y)}" text-anchor="${anchor}">${text}</text>`
}

/** Inside the frame at both ends. */
function placing(index: number, count: number): string {
  if (index === 0) return 'start'
  return index === count - 1 ? 'end' : 'middle'
}

function thousands(value: number): string {
  return `${shown(value / 1000)}k`
}

function at(value: number): string {
  return value.toFixed(1)
}
