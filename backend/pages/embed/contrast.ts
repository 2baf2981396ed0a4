/** A colour as red, green and blue, 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number]

const read = (hex: string): Colour => {
  const whole = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  return [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16)) as unknown as Colour
}
const write = (colour: Colour) => colour.map((part) => part.toString(16).padStart(2, '0')).join('')

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Colour
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How well one colour reads on another, 1 to 21 (WCAG 2.2); hexadecimal digits, three or six. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(read(one)), luminance(read(other))].sort((a, b) => a - b) as [
    number,
    number,
  ]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour itself where it reads well on the background, else as little darker or lighter as it takes. */
export function readable(colour: string, background: string, least: number): string {
  const from = read(colour)
  const end = luminance(read(background)) > 0.18 ? 0 : 255
  for (let step = 0; step < 20; step++) {
    const mixed = write(
      from.map((part) => Math.round(part + ((end - part) * step) / 20)) as unknown as Colour,
    )
    if (contrast(mixed, background) >= least) return mixed
  }
  return end === 0 ? '000000' : 'ffffff'
}

/** Black or white, whichever reads better on the colour. */
export const inkOn = (colour: string): string =>
  contrast(colour, 'ffffff') >= contrast(colour, '000000') ? 'ffffff' : '000000'
