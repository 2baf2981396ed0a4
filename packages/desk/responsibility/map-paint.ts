import type { Palette } from '../shell/map-palette.ts'
import { type Look, paintOf, type Pattern } from './map-groups.ts'

const side = 12

/** A square that is laid side by side with itself. */
export function tileOf(look: Look, palette: Palette): HTMLCanvasElement {
  const { colour, pattern } = paintOf(look)
  const tile = document.createElement('canvas')
  tile.width = tile.height = side
  const brush = tile.getContext('2d', { willReadFrequently: true })!
  brush.fillStyle = colour === undefined ? palette.ground : palette.fills[colour]!
  brush.fillRect(0, 0, side, side)
  const isWrong = look.kind === 'gap' || look.kind === 'overlap'
  brush.strokeStyle = brush.fillStyle = isWrong ? palette.bad : palette.ink
  brush.lineWidth = isWrong ? 2 : 1
  draw(brush, pattern)
  return tile
}

type Line = readonly [fromX: number, fromY: number, toX: number, toY: number]
/** Lines go beyond the edges, so that they meet those of the next square. */
const rising: readonly Line[] = [[-3, 9, 9, -3], [-3, 15, 15, -3], [3, 15, 15, 3]] // prettier-ignore
const falling: readonly Line[] = rising.map(([x, y, toX, toY]) => [side - x, y, side - toX, toY])
const level: readonly Line[] = [[0, 6, side, 6]]
const upright: readonly Line[] = [[6, 0, 6, side]]
const lines: Readonly<Record<Pattern, readonly Line[]>> = {
  plain: [],
  dotted: [],
  ...{ rising, falling, level, upright },
  crossed: [...level, ...upright],
  checked: [...rising, ...falling],
}

function draw(brush: CanvasRenderingContext2D, pattern: Pattern): void {
  brush.beginPath()
  for (const [x, y, toX, toY] of lines[pattern]) {
    brush.moveTo(x, y)
    brush.lineTo(toX, toY)
  }
  brush.stroke()
  if (pattern === 'dotted') for (const [x, y] of [[3, 3], [9, 9]] as const) brush.fillRect(x - 1, y - 1, 2, 2) // prettier-ignore
}
