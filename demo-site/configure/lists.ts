import type { ApiClient } from '@amtsweg/client'
import type { LifeSituation } from '@amtsweg/contract'

/** What the server knows by name, for choices that hold a key: fetched once, and again after a failure. */
export interface Lists {
  /** Name of what a key stands for; the key itself until it is known, undefined where nobody knows it. */
  readonly nameOf: (kind: 'area' | 'service', key: string) => string | undefined
  readonly lifeSituations: () => readonly LifeSituation[] | 'failed'
  readonly forget: () => void
}

export function createLists(client: ApiClient, lang: () => string, changed: () => void): Lists {
  const names = new Map<string, string | undefined>()
  let situations: readonly LifeSituation[] | 'failed' | undefined

  const ask = {
    area: async (key: string) => (await client.area(key, { lang: lang() })).name,
    service: async (key: string) => (await client.service(key, { lang: lang() })).title,
  }

  async function name(kind: 'area' | 'service', key: string, id: string) {
    names.set(id, key)
    try {
      names.set(id, await ask[kind](key))
    } catch (error) {
      const isUnknown = (error as { status?: number }).status === 404
      names.set(id, isUnknown ? undefined : key)
    }
    changed()
  }

  async function situate() {
    situations = []
    try {
      situations = (await client.lifeSituations({ lang: lang() })).items
    } catch {
      situations = 'failed'
    }
    changed()
  }

  return {
    nameOf(kind, key) {
      const id = `${kind} ${key} ${lang()}`
      if (!names.has(id)) void name(kind, key, id)
      return names.get(id)
    },
    lifeSituations() {
      if (situations === undefined) void situate()
      return situations ?? []
    },
    forget() {
      names.clear()
      situations = undefined
    },
  }
}
