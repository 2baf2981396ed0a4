/** Colours there are for fills (`--_map-0` and on). */
export const colours = 8

/** Colours of the page as they are now, as a canvas takes them. */
export interface Palette {
  readonly ink: string
  readonly ground: string
  readonly bad: string
  readonly accent: string
  readonly fills: readonly string[]
}

/** Reads `--_map-…` where an element stands: its stylesheet decides on light, dark and forced colours. */
export function readPalette(root: ParentNode): Palette {
  const probe = document.createElement('span')
  root.append(probe)
  const read = (name: string) => {
    probe.style.color = `var(--_map-${name})`
    return getComputedStyle(probe).color
  }
  const palette = {
    ink: read('ink'),
    ground: read('ground'),
    bad: read('bad'),
    accent: read('accent'),
    fills: Array.from({ length: colours }, (_, index) => read(String(index))),
  }
  probe.remove()
  return palette
}

const looks = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))

/** Calls whenever the colours of the page have changed; gives what ends that. */
export function watchColours(changed: () => void): () => void {
  looks.forEach((look) => look.addEventListener('change', changed))
  return () => looks.forEach((look) => look.removeEventListener('change', changed))
}
