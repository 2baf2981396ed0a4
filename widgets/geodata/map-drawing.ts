import OlFeature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import type Geometry from 'ol/geom/Geometry.js'
import Point from 'ol/geom/Point.js'
import VectorLayer from 'ol/layer/Vector.js'
import OpenLayers from 'ol/Map.js'
import { getPointResolution, transform, transformExtent } from 'ol/proj.js'
import Cluster from 'ol/source/Cluster.js'
import VectorSource from 'ol/source/Vector.js'
import View from 'ol/View.js'
import type { AreaOutlines } from '@amtsweg/contract'
import { pointerInteractions } from '@amtsweg/kit/map-interactions.ts'
import type { Layer, MapFeature } from './features.ts'
import type { MapMovedEvent } from './map-events.ts'
import {
  clusterStyle,
  outlineStyle,
  type Palette,
  readPalette,
  type Shade,
  type Standing,
  styleOf,
} from './map-paint.ts'
import { projectionOf } from './projections.ts'

type Drawn = OlFeature<Geometry>
type Box = MapMovedEvent['box']

export interface DrawingOptions {
  /** Latitude and longitude, with a comma between. */
  readonly center: string
  readonly zoom: string
  /** EPSG number. */
  readonly projection: string
  readonly cluster: boolean
  readonly picked: (key: string) => void
  /** Where it is now, how wide in metres, and whether the reader did it. */
  readonly moved: (box: Box, width: number, byReader: boolean) => void
}

const quick = 150
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const duration = () => (still() ? 0 : quick)
const padding = [32, 32, 32, 32]
const degrees = 'EPSG:4326'
/** Metres per pixel of zoom 0, as web maps have it in the middle of Germany. */
const coarsest = 94_000
const looks = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((media) => matchMedia(media))

/** OpenLayers as the map viewer uses it: it knows features and colours, and nothing of elements. */
export class MapDrawing {
  readonly #options: DrawingOptions
  readonly #projection: string
  readonly #root: ParentNode
  readonly #map: OpenLayers
  readonly #view: View
  readonly #outlines = new VectorSource<Drawn>()
  readonly #drawn = new Map<string, Drawn>()
  readonly #styles = new Map<string, ReturnType<typeof styleOf>>()
  readonly #shades = new Map<string, Shade>()
  #layers: VectorLayer[] = []
  #sources: VectorSource<Drawn>[] = []
  #features: readonly MapFeature[] = []
  #palette: Palette
  #selected = ''
  #current = ''
  /** Until the first features came, unless the page says what is shown. */
  #isPlaced: boolean
  /** Whether the next movement is the reader's: the map also moves by itself, as when its frame gets another size. */
  #byReader = false
  /** What is shown as a whole, whatever size the frame gets, until the reader moves. */
  #whole: number[] | undefined

  constructor(target: HTMLElement, root: ShadowRoot, options: DrawingOptions) {
    this.#options = options
    this.#root = root
    this.#palette = readPalette(root)
    this.#projection = projectionOf(options.projection)
    const [lat, lon] = options.center.split(/[,\s]+/).map(Number)
    this.#isPlaced = lon !== undefined && Number.isFinite(lat! + lon)
    const middle = this.#isPlaced ? [lon!, lat!] : [10.5, 51.2]
    this.#view = new View({
      projection: this.#projection,
      center: transform(middle, degrees, this.#projection),
      zoom: Number(options.zoom) || (this.#isPlaced ? 14 : 6),
      resolutions: Array.from({ length: 21 }, (_, level) => coarsest / 2 ** level),
      constrainResolution: false,
      enableRotation: false,
    })
    this.#map = new OpenLayers({
      target,
      layers: [new VectorLayer({ source: this.#outlines, style: () => outlineStyle(this.#palette) })],
      controls: [],
      interactions: pointerInteractions(duration),
      view: this.#view,
    })
    this.#map.on('click', ({ pixel }) => this.#click(pixel))
    this.#map.on(['pointerdrag', 'dblclick'], this.#mark)
    target.addEventListener('wheel', ({ ctrlKey, metaKey }) => (ctrlKey || metaKey) && this.#mark(), {
      passive: true,
    })
    this.#map.on('change:size', () => this.#whole && this.#fit(this.#whole, 0))
    this.#map.on('moveend', () => this.#moved())
    // It tells of where it is only when it draws for the second time.
    this.#map.once('postrender', () => this.#map.render())
    looks.forEach((look) => look.addEventListener('change', this.#repaint))
  }

  readonly #mark = () => {
    this.#byReader = true
    this.#whole = undefined
  }

  end(): void {
    looks.forEach((look) => look.removeEventListener('change', this.#repaint))
    this.#map.setTarget(undefined)
    this.#map.dispose()
  }

  readonly #repaint = () => {
    this.#palette = readPalette(this.#root)
    this.#styles.clear()
    this.#map.getLayers().forEach((layer) => layer.changed())
  }

  setOutlines(outlines: AreaOutlines | undefined): void {
    this.#outlines.clear()
    if (!outlines) return
    this.#outlines.addFeatures(this.#reader.readFeatures(outlines) as Drawn[])
    const extent = this.#outlines.isEmpty() ? null : this.#outlines.getExtent()
    if (!extent) return
    if (!this.#isPlaced) this.#fit(extent, 0)
    this.#isPlaced = true
  }

  get #reader(): GeoJSON {
    return new GeoJSON({ dataProjection: degrees, featureProjection: this.#projection })
  }

  setFeatures(layers: readonly Layer[], features: readonly MapFeature[]): void {
    while (this.#layers.length < layers.length) this.#addLayer(this.#layers.length)
    this.#features = features
    this.#shades.clear()
    const of = new Map(layers.map((layer, index) => [layer, index]))
    const byLayer = layers.map((): Drawn[] => [])
    for (const one of features) {
      const drawn = this.#draw(one)
      const shade = one.layer.shading?.shadeOf(one)
      if (shade) this.#shades.set(one.key, shade)
      if (drawn) byLayer[of.get(one.layer) ?? 0]?.push(drawn)
    }
    byLayer.forEach((drawn, index) => {
      this.#sources[index]!.clear(true)
      this.#sources[index]!.addFeatures(drawn)
    })
    if (this.#isPlaced || features.length === 0) return
    this.showAll(false)
    this.#isPlaced = true
  }

  #draw({ key, feature }: MapFeature): Drawn | undefined {
    const known = this.#drawn.get(key)
    if (known || !feature.geometry) return known
    const drawn = new OlFeature(this.#reader.readGeometry(feature.geometry) ?? undefined)
    drawn.setId(key)
    this.#drawn.set(key, drawn)
    return drawn
  }

  #addLayer(index: number): void {
    const source = new VectorSource<Drawn>()
    const shown = this.#options.cluster
      ? new Cluster<Drawn>({ source, distance: 44, geometryFunction: middleOf })
      : source
    this.#sources.push(source)
    const layer = new VectorLayer({
      source: shown,
      style: (feature) => this.#styleOf(index, feature as Drawn),
    })
    this.#layers.push(layer)
    this.#map.addLayer(layer)
  }

  #styleOf(layer: number, feature: Drawn) {
    const inside = insideOf(feature)
    const keys = inside.map((one) => `${one.getId()}`)
    const standing = this.#standing(keys)
    if (inside.length > 1 && standing === 'plain') return clusterStyle(layer, inside.length, this.#palette)
    const shade = this.#shades.get(keys[0]!)
    const key = `${layer} ${standing} ${shade?.at} ${shade?.of}`
    const style = this.#styles.get(key) ?? styleOf(layer, standing, this.#palette, shade)
    this.#styles.set(key, style)
    return style
  }

  #standing(keys: readonly string[]): Standing {
    if (keys.includes(this.#selected)) return 'selected'
    return keys.includes(this.#current) ? 'current' : 'plain'
  }

  select(key: string): void {
    this.#selected = key
    this.#layers.forEach((layer) => layer.changed())
    this.#bringIntoView(key)
  }

  /** Shows where the keyboard is. */
  point(key: string): void {
    this.#current = key
    this.#layers.forEach((layer) => layer.changed())
  }

  show(layer: number, isShown: boolean): void {
    this.#layers[layer]?.setVisible(isShown)
  }

  setOpacity(layer: number, opacity: number): void {
    this.#layers[layer]?.setOpacity(opacity)
  }

  zoom(by: number): void {
    this.#mark()
    this.#view.animate({ zoom: (this.#view.getZoom() ?? 0) + by, duration: duration() })
  }

  pan(right: number, up: number, part: number): void {
    this.#mark()
    const [width = 0, height = 0] = this.#map.getSize() ?? []
    const [x = 0, y = 0] = this.#view.getCenter() ?? []
    const step = (this.#view.getResolution() ?? 1) * part
    this.#view.animate({ center: [x + right * width * step, y + up * height * step], duration: duration() })
  }

  showAll(byReader: boolean): void {
    const extents = this.#sources.filter((source) => !source.isEmpty()).map((source) => source.getExtent()!)
    if (extents.length === 0) return
    const [west, south, east, north] = [0, 1, 2, 3].map((side) =>
      Math[side < 2 ? 'min' : 'max'](...extents.map((extent) => extent[side]!)),
    )
    this.#fit([west!, south!, east!, north!], byReader ? duration() : 0)
    this.#byReader = byReader
  }

  #fit(extent: number[], time: number): void {
    this.#whole = extent
    if (this.#map.getSize()?.every(Boolean)) this.#view.fit(extent, { padding, maxZoom: 16, duration: time })
  }

  /** Moves no further than it must. */
  #bringIntoView(key: string): void {
    const geometry = this.#drawn.get(key)?.getGeometry()
    const seen = this.#map.getSize() && this.#view.calculateExtent(this.#map.getSize())
    if (!geometry || !seen || geometry.intersectsExtent(seen)) return
    this.#whole = undefined
    const center = middleOf(this.#drawn.get(key)!).getCoordinates()
    this.#view.animate({ center, duration: duration() })
  }

  metresPerPixel(): number {
    const center = this.#view.getCenter()
    return center ? getPointResolution(this.#projection, this.#view.getResolution() ?? 0, center, 'm') : 0
  }

  #moved(): void {
    const size = this.#map.getSize()
    if (!size) return
    const box = transformExtent(this.#view.calculateExtent(size), this.#projection, degrees)
    const byReader = this.#byReader
    this.#byReader = false
    this.#options.moved(box as unknown as Box, this.metresPerPixel() * size[0]!, byReader)
  }

  /** Features that can be seen, from the upper left to the lower right. */
  inSight(): readonly MapFeature[] {
    const seen = this.#view.calculateExtent(this.#map.getSize())
    const places = this.#features.flatMap((one) => {
      const drawn = this.#drawn.get(one.key)
      return drawn?.getGeometry()?.intersectsExtent(seen)
        ? [{ one, at: middleOf(drawn).getCoordinates() }]
        : []
    })
    const row = (this.#view.getResolution() ?? 1) * 32
    const order = ({ at: [x = 0, y = 0] }: (typeof places)[number]) => [-Math.round(y / row), x] as const
    return places
      .sort((one, other) => order(one)[0] - order(other)[0] || order(one)[1] - order(other)[1])
      .map(({ one }) => one)
  }

  #click(pixel: number[]): void {
    const found = this.#map.forEachFeatureAtPixel(pixel, (feature) => feature as Drawn, {
      hitTolerance: 8,
      layerFilter: (layer) => this.#layers.includes(layer as VectorLayer),
    })
    if (!found) return
    const inside = insideOf(found)
    const isDeep = (this.#view.getZoom() ?? 0) >= 19
    if (inside.length === 1 || isDeep) return this.#options.picked(`${inside[0]!.getId()}`)
    this.#mark()
    const corners = inside.map((one) => middleOf(one).getCoordinates())
    const [xs, ys] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)]
    this.#view.fit([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], {
      ...{ padding, maxZoom: 19, duration: duration() },
    })
  }
}

/** What a cluster stands for; a feature stands for itself. */
const insideOf = (feature: Drawn): readonly Drawn[] =>
  (feature.get('features') as readonly Drawn[] | undefined) ?? [feature]

function middleOf(feature: Drawn): Point {
  const geometry = feature.getGeometry()!
  if (geometry instanceof Point) return geometry
  const [west = 0, south = 0, east = 0, north = 0] = geometry.getExtent()
  return new Point([(west + east) / 2, (south + north) / 2])
}
