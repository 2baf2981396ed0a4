import type { ConfigureData } from '../../.toolchain/configure-data.ts'

export const forms = ['element', 'div', 'link', 'iframe', 'oembed'] as const
export const systems = ['html', 'wordpress', 'typo3', 'contao', 'drupal', 'joomla'] as const
export const looks = [
  'light',
  'dark',
  'framework',
  'content-system',
  'block-theme',
  'sets-everything',
  'year-1998',
] as const

export type Form = (typeof forms)[number]
export type System = (typeof systems)[number]
export type Look = (typeof looks)[number]

/** Everything that was chosen; the page's address holds all of it, and nothing of a person. */
export interface Choice {
  readonly widget: string
  readonly options: Readonly<Record<string, string>>
  readonly system: System
  readonly form: Form
  readonly script: 'current' | 'pinned'
  readonly reserve: boolean
  readonly nonce: boolean
  readonly trust: boolean
  readonly look: Look
  readonly width: 'wide' | 'narrow'
  /** Language of the configurator itself. */
  readonly page: 'de' | 'en'
}

/** What a system's editors leave alone, as measured on their own code: docs/guides/webmasters.md. */
export const advised: Readonly<Record<System, Form>> = {
  html: 'element',
  wordpress: 'div',
  typo3: 'link',
  contao: 'div',
  drupal: 'link',
  joomla: 'link',
}

/** What they take out, or print as text for everybody to see. */
export const spoiled: Readonly<Record<System, readonly Form[]>> = {
  html: [],
  wordpress: ['element', 'iframe'],
  typo3: ['element', 'iframe'],
  contao: ['element', 'iframe'],
  drupal: ['element', 'div', 'iframe'],
  joomla: ['element', 'iframe'],
}

export const start: Choice = {
  widget: 'wayfinder',
  options: {},
  system: 'html',
  form: 'element',
  script: 'current',
  reserve: true,
  nonce: false,
  trust: false,
  look: 'light',
  width: 'wide',
  page: 'de',
}

/** Names of our own beside the options' names, which belong to the widgets. */
const one = <Value extends string>(value: string | null, of: readonly Value[], otherwise: Value): Value =>
  of.find((each) => each === value) ?? otherwise

/** Reads an address; what it does not know it leaves out. */
export function readChoice(query: string, { widgets }: ConfigureData): Choice {
  const said = new URLSearchParams(query)
  const widget = widgets.find(({ name }) => name === said.get('widget')) ?? widgets[0]!
  const options = widget.options.flatMap(({ name, kind, values }) => {
    const value = said.get(name)
    if (value === null || (kind === 'choice' && !values.includes(value))) return []
    if (kind === 'flag') return [[name, ''] as const]
    return value ? [[name, value.slice(0, 200)] as const] : []
  })
  const system = one(said.get('system'), systems, start.system)
  return {
    widget: widget.name,
    options: Object.fromEntries(options),
    system,
    form: one(said.get('form'), forms, advised[system]),
    script: one(said.get('script'), ['current', 'pinned'], start.script),
    reserve: said.get('reserve') !== 'no',
    nonce: said.has('nonce'),
    trust: said.has('trust'),
    look: one(said.get('look'), looks, start.look),
    width: one(said.get('width'), ['wide', 'narrow'], start.width),
    page: one(said.get('page'), ['de', 'en'], start.page),
  }
}

/** The address of a choice: only what differs from the start. */
export function writeChoice(choice: Choice): string {
  const { options, form, reserve, nonce, trust } = choice
  const said = new URLSearchParams()
  const plain = ['widget', 'system', 'script', 'look', 'width', 'page'] as const
  for (const name of plain) if (choice[name] !== start[name]) said.set(name, choice[name])
  if (form !== advised[choice.system]) said.set('form', form)
  if (!reserve) said.set('reserve', 'no')
  if (nonce) said.set('nonce', '')
  if (trust) said.set('trust', '')
  for (const [name, value] of Object.entries(options)) said.set(name, value)
  return said.toString()
}

/** What stands inside the element until it is there, in the language of the site's readers. */
export function labelOf({ widget, options, page }: Pick<Choice, 'widget' | 'options' | 'page'>): string {
  const isGerman = /^(?:de|nds)/.test(options['lang'] ?? page)
  if (widget === 'responsibility-finder') return isGerman ? 'Wer ist zuständig?' : 'Who is responsible?'
  if (widget === 'directory') return isGerman ? 'Alle Ansprechpartner' : 'All contacts'
  if (widget === 'map-viewer') return isGerman ? 'Karte und Liste' : 'Map and list'
  return isGerman ? 'Alle Dienste' : 'All services'
}
