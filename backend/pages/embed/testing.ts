import { expect } from 'vitest'
import type { openPages } from '../testing.ts'

/** Reads pages of a widget as a person does: spaces made one, links followed by their names. */
export function readerOfFrames(widget: string, pages: () => Awaited<ReturnType<typeof openPages>>) {
  const open = async (query: string, headers: Record<string, string> = {}) => {
    const { text, ...rest } = await pages().read(`/embed/${widget}${query}`, headers)
    return { ...rest, page: text.replaceAll(/\s+/g, ' ').replaceAll('&amp;', '&') }
  }
  /** Follows the first link of this name, which must stay in the frame. */
  const follow = async (page: string, name: string) => {
    const found = [...page.matchAll(/<a ([^>]*)>([^<]*)<\/a ?>/g)].find(([, , text]) => text?.trim() === name)
    const href = /href="([^"]+)"/.exec(found?.[1] ?? '')?.[1]
    expect(href, name).toBeDefined()
    expect(found?.[1], name).toContain('target="_self"')
    return open((href ?? '').replace(`/embed/${widget}`, ''))
  }
  return { open, follow }
}
