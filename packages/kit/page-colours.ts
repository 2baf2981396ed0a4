/** Brings any CSS colour into one notation, of which the second number is WCAG's relative luminance. */
function luminance(probe: HTMLElement, colour: string): number {
  probe.style.color = `color(from ${colour} xyz-d65 x y z)`
  return Number(getComputedStyle(probe).color.split(' ')[2])
}

/** The nearest background that hides most of what is behind it. */
function behind(element: Element): string {
  let at: Element | null = element
  while (at) {
    const { backgroundColor } = getComputedStyle(at)
    if (Number(/(?:a\(.*, |\/ )([\d.]+)\)$/.exec(backgroundColor)?.[1] ?? 1) > 0.5) return backgroundColor
    at =
      at.assignedSlot ??
      at.parentElement ??
      ((at.getRootNode() as ShadowRoot).host as Element | undefined) ??
      null
  }
  return 'Canvas'
}

/**
 * Gives a widget colours that can be read where it stands: that of the page's links, shown by one in its slot, and ours for
 * what is well or wrong. What contrasts too little with the ground (WCAG 1.4.3, 1.4.11) is replaced by the page's own colour of
 * text, and so is everything where a picture makes the ground unknown. Dark grounds make dark fields, whether or not the
 * page says `color-scheme`.
 */
export function takePageColours(host: HTMLElement, root: ParentNode): void {
  const { style } = host
  // A link that has no slot has no colour.
  const probe = document.createElement('slot')
  root.append(probe)
  style.removeProperty('--_page-scheme')
  const own = getComputedStyle(host).color
  const link = host.querySelector('a[href]')
  const linked = link ? getComputedStyle(link).color : 'LinkText'
  const ground = behind(host)
  const light = luminance(probe, ground)
  if (ground !== 'Canvas') style.setProperty('--_page-scheme', light < 0.18 ? 'dark' : 'light')

  const contrast = (colour: string) => {
    const other = luminance(probe, colour)
    return (Math.max(light, other) + 0.05) / (Math.min(light, other) + 0.05)
  }
  const isKnown = contrast(own) >= 3
  const mixed = (percent: number) => `color-mix(in srgb, ${own} ${percent}%, ${ground})`
  const choose = (name: string, least: number, ...colours: readonly string[]) =>
    style.setProperty(name, (isKnown && colours.find((colour) => contrast(colour) >= least)) || own)
  choose('--_page-link', 4.5, linked, 'LinkText')
  choose('--_page-muted', 4.5, mixed(75))
  choose('--_page-edge', 3, mixed(62))
  choose('--_page-good', 4.5, '#14692c', '#7fdb97')
  choose('--_page-bad', 4.5, '#b3160e', '#ff9e94')
  probe.remove()
}
