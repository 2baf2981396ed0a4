/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** A colour in any notation of CSS, drawn by the browser and read back from the picture. For tests and stories. */
export function readColour(colour: string): Colour {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
  return [red!, green!, blue!, alpha! / 255]
}

/** What is seen where one colour lies on another. */
export const over = ([r, g, b, a]: Colour, ground: Colour): Colour => {
  const mix = (one: number, other: number) => one * a + other * (1 - a)
  return [mix(r, ground[0]), mix(g, ground[1]), mix(b, ground[2]), 1]
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

/** Which colour stands on which (nothing: the page), and how much they must differ: text 4.5, edges of what can be used 3. */
const contrastPairs: readonly (readonly [front: string, ground: string, least: number])[] = [
  ['currentColor', '', 4.5],
  ['var(--_accent)', '', 4.5],
  ['var(--_on-accent)', 'var(--_accent)', 4.5],
  ['var(--_muted)', '', 4.5],
  ['var(--_good)', '', 4.5],
  ['var(--_bad)', '', 4.5],
  ['var(--_edge)', '', 3],
  ['var(--_focus)', '', 3],
  ['var(--_on-field)', 'var(--_field)', 4.5],
  ['var(--_on-surface)', 'var(--_surface)', 4.5],
]

/** How much each pair differs inside an element that stands on a ground. */
export function measuredPairs(
  element: HTMLElement,
  ground: Colour,
): readonly {
  readonly front: string
  readonly back: string
  readonly least: number
  readonly found: number
}[] {
  const probe = document.createElement('i')
  element.shadowRoot!.append(probe)
  const shown = (value: string) => {
    probe.style.outlineColor = value
    return readColour(getComputedStyle(probe).outlineColor)
  }
  const measured = contrastPairs.map(([front, back, least]) => {
    const below = back ? over(shown(back), ground) : ground
    return { front, back, least, found: contrast(over(shown(front), below), below) }
  })
  probe.remove()
  return measured
}
