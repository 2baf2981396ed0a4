/** What a municipality may do with a text: add to it, or put its own in its place. */
export type LocalRight = 'supplement' | 'own'

interface Typ {
  /** Who makes the rule, and with it the text. */
  readonly regulates: 'bund' | 'land' | 'kommune'
  readonly local: LocalRight
}

/** Typisierung of the FIM Leistungskatalog: who regulates a service decides who writes its text. */
const types: Readonly<Record<string, Typ>> = {
  '1': { regulates: 'bund', local: 'supplement' },
  '2': { regulates: 'bund', local: 'supplement' },
  '2a': { regulates: 'bund', local: 'supplement' },
  '2b': { regulates: 'bund', local: 'supplement' },
  '3': { regulates: 'bund', local: 'supplement' },
  '3a': { regulates: 'bund', local: 'supplement' },
  '3b': { regulates: 'bund', local: 'supplement' },
  '4': { regulates: 'land', local: 'supplement' },
  '4a': { regulates: 'land', local: 'supplement' },
  '4b': { regulates: 'land', local: 'supplement' },
  '5': { regulates: 'kommune', local: 'own' },
}

const who = { bund: 'the Bund', land: 'the Land', kommune: 'the municipality' }

/** What a municipality may do with the text of a service. Where nobody is known to have left the text to it: add. */
export const localRight = (typisierung: string | null): LocalRight =>
  types[typisierung ?? '']?.local ?? 'supplement'

/** As much of a service as it takes to tell whether its text may be replaced somewhere. */
export interface Replaced {
  readonly typisierung: string | null
  /** Where the text holds; null = nationwide. */
  readonly region_key: string | null
}

/** Why the text of a service may not be replaced in a region; undefined when it may. An addition is never refused. */
export function whyReserved({ typisierung, region_key }: Replaced, regionKey: string): string | undefined {
  const around = region_key ?? ''
  if (!regionKey.startsWith(around) || regionKey === around)
    return `The text does not hold in ${regionKey} as a part of a larger area`
  if (localRight(typisierung) === 'own') return undefined
  const type = types[typisierung ?? '']
  if (!type)
    return 'It is not recorded that the text is left to the municipality (Typisierung 5): add to it instead'
  return `Typisierung ${typisierung}: ${who[type.regulates]} regulates, and the text is reserved: add to it instead`
}

/**
 * Why an authority may not describe a service itself that is described for a larger area; undefined when it may. Unlike for a single
 * text, silence is no prohibition: without a recorded type a description of its own is what towns have always had (ADR 41).
 */
export function whyNotDescribed({ typisierung }: Replaced, regionKey: string): string | undefined {
  const regulates = types[typisierung ?? '']?.regulates ?? 'kommune'
  const isLand = regionKey.length === 2
  if (regulates === 'kommune' || (regulates === 'land' && isLand)) return undefined
  return `Typisierung ${typisierung}: ${who[regulates]} regulates, and describes it: add to that text instead`
}
