import { textHeights } from 'ol/render/canvas.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Icon from 'ol/style/Icon.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import { symbolPaths } from './symbols.ts'

const font = '700 14px system-ui, sans-serif'
// OpenLayers measures a font by innerHTML, which Trusted Types forbid; what it knows it does not measure.
textHeights[font] = 18

/** Colours of the page as they are now, as a canvas takes them. */
export interface Palette {
  readonly ink: string
  readonly ground: string
  readonly line: string
  readonly layers: readonly string[]
}

/** Reads what the style sheet decides on light, dark and forced colours. */
export function readPalette(root: ParentNode): Palette {
  const probe = document.createElement('span')
  root.append(probe)
  const read = (name: string) => {
    probe.className = name
    return getComputedStyle(probe).color
  }
  const palette = {
    ink: read('map-ink'),
    ground: read('map-ground'),
    line: read('map-line'),
    layers: symbolPaths.map((_, index) => read(`map-layer c${index}`)),
  }
  probe.remove()
  return palette
}

/** How a feature stands out: opened, walked to by keyboard, or not at all. */
export type Standing = 'plain' | 'current' | 'selected'

const side = { plain: 24, current: 34, selected: 34 }

function iconOf(layer: number, standing: Standing, palette: Palette): Icon {
  const ratio = Math.max(2, devicePixelRatio)
  const size = side[standing]
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = (size + 4) * ratio
  const brush = canvas.getContext('2d')!
  brush.scale(ratio, ratio)
  brush.translate(2, 2)
  brush.scale(size / 24, size / 24)
  const path = new Path2D(symbolPaths[layer % 8]!)
  brush.lineJoin = 'round'
  brush.lineWidth = standing === 'plain' ? 3 : 5
  brush.strokeStyle = standing === 'plain' ? palette.ground : palette.ink
  brush.stroke(path)
  brush.lineWidth = 2
  brush.strokeStyle = palette.ground
  if (standing !== 'plain') brush.stroke(path)
  brush.fillStyle = palette.layers[layer % 8]!
  brush.fill(path)
  return new Icon({ img: canvas, scale: 1 / ratio })
}

/** Lines in another direction and at another distance for each layer, beside its colour. */
function hatchOf(layer: number, palette: Palette): CanvasPattern {
  const canvas = document.createElement('canvas')
  const wide = 8 + 2 * (layer % 3)
  canvas.width = canvas.height = wide
  const brush = canvas.getContext('2d')!
  brush.globalAlpha = 0.18
  brush.fillStyle = brush.strokeStyle = palette.layers[layer % 8]!
  brush.fillRect(0, 0, wide, wide)
  brush.globalAlpha = 0.9
  brush.beginPath()
  const half = wide / 2
  for (const shift of [-wide, 0, wide]) {
    const lines = [
      [shift, wide, shift + wide, 0],
      [shift, 0, shift + wide, wide],
      [shift + half, 0, shift + half, wide],
      [0, shift + half, wide, shift + half],
    ] as const
    const [x, y, toX, toY] = lines[layer % 4]!
    brush.moveTo(x, y)
    brush.lineTo(toX, toY)
  }
  brush.stroke()
  return brush.createPattern(canvas, 'repeat')!
}

/** Which class of values an area is in, from 0 on (below 0 without one), of how many. */
export interface Shade {
  readonly at: number
  readonly of: number
}

/** Fuller and closer dotted from class to class. */
function shadeOf(layer: number, { at, of }: Shade, palette: Palette): CanvasPattern | string {
  if (at < 0) return 'transparent'
  const canvas = document.createElement('canvas')
  const wide = 6 + 2 * (of - at)
  canvas.width = canvas.height = wide
  const brush = canvas.getContext('2d')!
  brush.fillStyle = palette.layers[layer % 8]!
  brush.globalAlpha = (0.85 * (at + 1)) / of
  brush.fillRect(0, 0, wide, wide)
  brush.globalAlpha = 1
  brush.fillRect(wide / 2 - 1, wide / 2 - 1, 2, 2)
  return brush.createPattern(canvas, 'repeat')!
}

/** For points, lines and areas alike; those with a value by its class, whose number stands on them. */
export function styleOf(layer: number, standing: Standing, palette: Palette, shade?: Shade): Style {
  const colour = palette.layers[layer % 8]!
  return new Style({
    ...(shade && {
      text: new Text({
        ...{ font, text: shade.at < 0 ? '–' : String(shade.at + 1), overflow: false },
        fill: new Fill({ color: palette.ink }),
        stroke: new Stroke({ color: palette.ground, width: 4 }),
      }),
    }),
    image: iconOf(layer, standing, palette),
    stroke: new Stroke({
      color: standing === 'plain' ? colour : palette.ink,
      width: standing === 'plain' ? 3 : 5,
      ...(layer % 3 ? { lineDash: layer % 3 === 1 ? [10, 6] : [2, 6] } : {}),
    }),
    fill: new Fill({ color: shade ? shadeOf(layer, shade, palette) : hatchOf(layer, palette) }),
    zIndex: standing === 'plain' ? 1 : 2,
  })
}

/** Several features in one place, by their number. */
export function clusterStyle(layer: number, count: number, palette: Palette): Style {
  return new Style({
    image: new CircleStyle({
      radius: 16 + Math.min(8, Math.log2(count)),
      fill: new Fill({ color: palette.ground }),
      stroke: new Stroke({ color: palette.layers[layer % 8]!, width: 4 }),
    }),
    text: new Text({ font, text: String(count), fill: new Fill({ color: palette.ink }) }),
    zIndex: 1,
  })
}

/** Borders of areas below everything else. */
export const outlineStyle = ({ line }: Palette): Style =>
  new Style({ stroke: new Stroke({ color: line, width: 1.5 }) })
