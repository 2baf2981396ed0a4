/**
 * Keeps a value from outside, mostly German, in its own direction: next to it, punctuation and digits of a text from right to
 * left stay where they belong (Unicode's first strong isolate).
 */
export const isolate = (value: string): string => `\u2068${value}\u2069`
