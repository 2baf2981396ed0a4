import { platformModifierKeyOnly } from 'ol/events/condition.js'
import DoubleClickZoom from 'ol/interaction/DoubleClickZoom.js'
import DragPan from 'ol/interaction/DragPan.js'
import type Interaction from 'ol/interaction/Interaction.js'
import KeyboardPan from 'ol/interaction/KeyboardPan.js'
import KeyboardZoom from 'ol/interaction/KeyboardZoom.js'
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js'
import PinchZoom from 'ol/interaction/PinchZoom.js'

/** A map in a page: the wheel and one finger go on scrolling the page, Ctrl and the wheel or two fingers are for the map. */
export function pointerInteractions(duration: () => number): Interaction[] {
  const drag: DragPan = new DragPan({
    condition: ({ originalEvent }) =>
      (originalEvent as PointerEvent).pointerType === 'mouse' || drag.getPointerCount() === 2,
  })
  return [
    drag,
    new PinchZoom({ duration: duration() }),
    new MouseWheelZoom({ condition: platformModifierKeyOnly, duration: duration() }),
    new DoubleClickZoom({ duration: duration() }),
  ]
}

/** The same, and keys. */
export const mapInteractions = (duration: () => number): Interaction[] => [
  ...pointerInteractions(duration),
  new KeyboardPan({ duration: duration(), pixelDelta: 96 }),
  new KeyboardZoom({ duration: duration() }),
]
