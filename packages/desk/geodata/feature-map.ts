import { LitElement, type PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import type Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import type Geometry from 'ol/geom/Geometry.js'
import VectorLayer from 'ol/layer/Vector.js'
import OpenLayers from 'ol/Map.js'
import VectorSource from 'ol/source/Vector.js'
import Circle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import View from 'ol/View.js'
import { define } from '@amtsweg/kit/define.ts'
import { mapInteractions } from '@amtsweg/kit/map-interactions.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { styles } from '../shell/map.styles.ts'
import { mapMotion } from '../shell/map-buttons.ts'
import { mapColours } from '../shell/map-colours.styles.ts'
import { type Palette, readPalette, watchColours } from '../shell/map-palette.ts'
import { mapPlace } from '../shell/map-place.ts'

/** A feature of the map was chosen. */
export class FeatureChosenEvent extends Event {
  readonly feature: string

  constructor(feature: string) {
    super('desk-feature-chosen', { bubbles: true })
    this.feature = feature
  }
}

/** Pixels around what is looked at, and around a finger or the middle of the map. */
const padding = [32, 32, 32, 32]
const hitTolerance = 12
/** A single point is not looked at from closer than this. */
const closest = 15

/**
 * Features as points, lines and areas over the outline of a town. Whoever cannot see it finds the same as a list beside it.
 *
 * @tag desk-feature-map
 * @event {FeatureChosenEvent} desk-feature-chosen - A feature was chosen, by pointer or by Enter.
 */
class FeatureMap extends LitElement {
  static override styles = [deskStyles, mapColours, styles]

  /** What the map shows, for those who listen. */
  @property() label = ''
  /** GeoJSON in WGS 84. */
  @property({ attribute: false }) features: object | undefined
  /** Outlines to find one's way by. */
  @property({ attribute: false }) ground: object | undefined
  /** Id of the feature that is told of. */
  @property() selected = ''

  #map: OpenLayers | undefined
  #palette: Palette | undefined
  #endWatch: (() => void) | undefined
  readonly #ground = new VectorSource<Feature<Geometry>>()
  readonly #source = new VectorSource<Feature<Geometry>>()
  readonly #layers = [
    new VectorLayer({ source: this.#ground, style: () => this.#groundStyle() }),
    new VectorLayer({ source: this.#source, style: (feature) => this.#styleOf(String(feature.getId())) }),
  ]

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
    const read = new GeoJSON({ featureProjection: map.getView().getProjection() })
    const fill = (source: VectorSource<Feature<Geometry>>, data: object | undefined) => {
      source.clear()
      if (data) source.addFeatures(read.readFeatures(data))
    }
    if (changed.has('ground') || isNew) fill(this.#ground, this.ground)
    if (changed.has('features') || isNew) {
      fill(this.#source, this.features)
      this.#showAll(0)
    }
    if (changed.has('selected')) {
      this.#repaint()
      this.#bringIntoView()
    }
  }

  #create(): OpenLayers {
    const target = this.renderRoot.querySelector<HTMLElement>('#map')!
    const map = new OpenLayers({
      ...{ target, keyboardEventTarget: target, layers: this.#layers, controls: [] },
      interactions: mapInteractions(mapMotion),
      view: new View({ center: [0, 0], zoom: 5, maxZoom: 19, enableRotation: false }),
    })
    map.on('click', ({ pixel }) => this.#choose(pixel))
    return map
  }

  readonly #repaint = () => {
    this.#palette = undefined
    this.#layers.forEach((layer) => layer.changed())
  }

  get #colours(): Palette {
    return (this.#palette ??= readPalette(this.renderRoot as ShadowRoot))
  }

  #groundStyle(): Style {
    const { ink } = this.#colours
    return new Style({ stroke: new Stroke({ color: ink, width: 1, lineDash: [6, 4] }) })
  }

  #styleOf(id: string): Style {
    const { accent, ink, ground, fills } = this.#colours
    const isSelected = id === this.selected
    const fill = new Fill({ color: isSelected ? accent : fills[0]! })
    const stroke = new Stroke({ color: isSelected ? accent : ink, width: isSelected ? 4 : 2 })
    const rim = new Stroke({ color: isSelected ? ground : ink, width: 2 })
    return new Style({
      ...{ fill: isSelected ? new Fill({ color: fills[1]! }) : fill, stroke },
      image: new Circle({ radius: isSelected ? 10 : 6, fill, stroke: rim }),
      zIndex: isSelected ? 1 : 0,
    })
  }

  #choose(pixel: number[] | null | undefined): void {
    const [feature] = pixel
      ? (this.#map?.getFeaturesAtPixel(pixel, {
          hitTolerance,
          layerFilter: (layer) => layer === this.#layers[1],
        }) ?? [])
      : []
    if (feature) this.dispatchEvent(new FeatureChosenEvent(String(feature.getId())))
  }

  #bringIntoView(): void {
    const view = this.#map?.getView()
    const extent = this.#source.getFeatureById(this.selected)?.getGeometry()?.getExtent()
    const [left = 0, bottom = 0, right = 0, top = 0] = view?.calculateExtent(this.#map!.getSize()) ?? []
    if (!view || !extent) return
    const center = [(extent[0]! + extent[2]!) / 2, (extent[1]! + extent[3]!) / 2]
    const isSeen = center[0]! > left && center[0]! < right && center[1]! > bottom && center[1]! < top
    if (!isSeen) view.animate({ center, duration: mapMotion() })
  }

  #showAll(duration: number): void {
    const source = this.#source.isEmpty() ? this.#ground : this.#source
    const extent = source.getExtent()
    if (extent && !source.isEmpty()) this.#map?.getView().fit(extent, { padding, duration, maxZoom: closest })
  }

  override render() {
    return mapPlace({
      label: this.label,
      map: () => this.#map,
      showAll: () => this.#showAll(mapMotion()),
      choose: (middle) => this.#choose(this.#map?.getPixelFromCoordinate(middle)),
    })
  }
}

define('desk-feature-map', FeatureMap)

declare global {
  interface HTMLElementTagNameMap {
    'desk-feature-map': FeatureMap
  }
  interface HTMLElementEventMap {
    'desk-feature-chosen': FeatureChosenEvent
  }
}
