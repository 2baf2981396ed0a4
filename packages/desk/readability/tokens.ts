import type { Span } from './sentences.ts'

/** A word with its place in the text. */
export interface Token extends Span {
  readonly word: string
}

const address = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu
const word =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-‐‑·•’']|\.(?=\d)|,(?=\d)|:(?=\d|in))(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu

/** The words of a piece of text; addresses of pages and mail are no words, nobody reads them. */
export function tokensOf(text: string, { start, end }: Span): Token[] {
  const piece = text.slice(start, end).replace(address, (found) => ' '.repeat(found.length))
  return [...piece.matchAll(word)].map((found) => ({
    word: found[0],
    start: start + found.index,
    end: start + found.index + found[0].length,
  }))
}

/** The parts of a word that readers see apart: `Lern-Schwierigkeiten`, `Behinderten·ausweis`. */
export const partsOf = (word: string): string[] => word.split(/[-‐‑·•]/u).filter(Boolean)
