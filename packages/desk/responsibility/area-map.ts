import { LitElement, type PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import type Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import type Geometry from 'ol/geom/Geometry.js'
import type MultiPolygon from 'ol/geom/MultiPolygon.js'
import VectorLayer from 'ol/layer/Vector.js'
import OpenLayers from 'ol/Map.js'
import { textHeights } from 'ol/render/canvas.js'
import VectorSource from 'ol/source/Vector.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import View from 'ol/View.js'
import type { AreaOutlines } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { mapInteractions } from '@amtsweg/kit/map-interactions.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { styles } from '../shell/map.styles.ts'
import { mapMotion } from '../shell/map-buttons.ts'
import { mapColours } from '../shell/map-colours.styles.ts'
import { type Palette, readPalette, watchColours } from '../shell/map-palette.ts'
import { mapPlace } from '../shell/map-place.ts'
import type { Look } from './map-groups.ts'
import { tileOf } from './map-paint.ts'
import { words } from './map-words.ts'

/** An area of the map was chosen. */
export class AreaChosenEvent extends Event {
  readonly regionKey: string

  constructor(regionKey: string) {
    super('desk-area-chosen', { bubbles: true })
    this.regionKey = regionKey
  }
}

const font = '600 12px system-ui, sans-serif'
// OpenLayers measures a font by innerHTML, which the policy of the desk (Trusted Types) forbids; what it knows it does not measure.
textHeights[font] = 16

/** Lines are drawn this far beyond what is looked at, in pixels. */
const padding = [16, 16, 16, 16]

/**
 * Outlines of areas, each drawn as it is told. Whoever cannot see it finds the same beside it: this element shows, the page tells.
 *
 * @tag desk-area-map
 * @event {AreaChosenEvent} desk-area-chosen - An area was chosen, by pointer or by Enter.
 */
class AreaMap extends LitElement {
  static override styles = [deskStyles, mapColours, styles]

  /** What the map shows, for those who listen. */
  @property() label = ''
  @property({ attribute: false }) outlines: AreaOutlines | undefined
  @property({ attribute: false }) looks: ReadonlyMap<string, Look> = new Map()
  /** Key of the area that is told of. */
  @property() selected = ''

  #map: OpenLayers | undefined
  #palette: Palette | undefined
  #endWatch: (() => void) | undefined
  #styles = new Map<string, Style>()
  readonly #source = new VectorSource<Feature<Geometry>>()
  readonly #layer = new VectorLayer({
    source: this.#source,
    declutter: true,
    style: (feature) => this.#styleOf(String(feature.getId())),
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#endWatch = watchColours(this.#repaint)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#endWatch?.()
    this.#map?.setTarget(undefined)
    this.#map = undefined
  }

  protected override updated(changed: PropertyValues<this>): void {
    const isNew = this.#map === undefined
    const map = (this.#map ??= this.#create())
    if (changed.has('outlines') || isNew) {
      this.#source.clear()
      const read = new GeoJSON({ featureProjection: map.getView().getProjection() })
      if (this.outlines) this.#source.addFeatures(read.readFeatures(this.outlines))
      this.#showAll(0)
    }
    if (changed.has('looks') || isNew) this.#repaint()
    if (changed.has('selected')) {
      this.#layer.changed()
      this.#bringIntoView()
    }
  }

  #create(): OpenLayers {
    const target = this.renderRoot.querySelector<HTMLElement>('#map')!
    const map = new OpenLayers({
      target,
      keyboardEventTarget: target,
      layers: [this.#layer],
      controls: [],
      interactions: mapInteractions(mapMotion),
      view: new View({ center: [0, 0], zoom: 5, maxZoom: 14, enableRotation: false }),
    })
    map.on('click', ({ coordinate }) => this.#choose(coordinate))
    return map
  }

  readonly #repaint = () => {
    this.#palette = readPalette(this.renderRoot as ShadowRoot)
    this.#styles.clear()
    this.#layer.changed()
  }

  #styleOf(regionKey: string): Style {
    const look = this.looks.get(regionKey) ?? { kind: 'absent', number: 0, isInherited: false }
    const isSelected = regionKey === this.selected
    const key = `${look.kind} ${look.number} ${look.isInherited} ${isSelected}`
    const style = this.#styles.get(key) ?? this.#draw(look, isSelected)
    this.#styles.set(key, style)
    return style
  }

  #draw(look: Look, isSelected: boolean): Style {
    const palette = (this.#palette ??= readPalette(this.renderRoot as ShadowRoot))
    const tile = tileOf(look, palette)
    const text = words.mark(look)
    return new Style({
      fill: new Fill({ color: tile.getContext('2d')!.createPattern(tile, 'repeat') }),
      stroke: new Stroke({
        color: isSelected ? palette.accent : palette.ink,
        width: isSelected ? 4 : 1,
      }),
      ...(text
        ? {
            text: new Text({
              ...{ font, text, padding: [1, 3, 1, 3] },
              fill: new Fill({ color: palette.ink }),
              backgroundFill: new Fill({ color: palette.ground }),
            }),
          }
        : {}),
      zIndex: isSelected ? 1 : 0,
    })
  }

  #choose(coordinate: number[]): void {
    const [feature] = this.#source.getFeaturesAtCoordinate(coordinate)
    if (feature) this.dispatchEvent(new AreaChosenEvent(String(feature.getId())))
  }

  /** Moves no further than it must. */
  #bringIntoView(): void {
    const view = this.#map?.getView()
    const geometry = this.#source.getFeatureById(this.selected)?.getGeometry() as MultiPolygon | undefined
    const [left, bottom, right, top] = view?.calculateExtent(this.#map!.getSize()) ?? []
    const inside = geometry?.getInteriorPoints().getFirstCoordinate()
    if (!view || !inside || left === undefined) return
    const [x = 0, y = 0] = inside
    if (x < left || x > right! || y < bottom! || y > top!)
      view.animate({ center: [x, y], duration: mapMotion() })
  }

  #showAll(duration: number): void {
    const extent = this.#source.getExtent()
    if (extent && !this.#source.isEmpty()) this.#map?.getView().fit(extent, { padding, duration })
  }

  override render() {
    return mapPlace({
      label: this.label,
      map: () => this.#map,
      showAll: () => this.#showAll(mapMotion()),
      choose: (middle) => this.#choose(middle),
    })
  }
}

define('desk-area-map', AreaMap)

declare global {
  interface HTMLElementTagNameMap {
    'desk-area-map': AreaMap
  }
  interface HTMLElementEventMap {
    'desk-area-chosen': AreaChosenEvent
  }
}
