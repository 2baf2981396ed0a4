import { words } from './normalise.ts'

/** Leichte Sprache parts long words (Führer-Schein, Führer·schein), English and Ukrainian shorten by an apostrophe. */
const joints = /(?<=\p{L})[-‐‑‧·•'’ʼ](?=\p{L})/gu

/** The folded words of a question in order; what is one word stays one. */
export const questionWords = (text: string): string[] => words(text.replace(joints, ''))
