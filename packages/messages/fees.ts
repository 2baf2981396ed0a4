import type { Fee } from '@amtsweg/contract'
import { localeOf } from './languages.ts'
import type { ServicesMessages } from './services/de.ts'

type Words = ServicesMessages['fee']

const format = (currency: string, lang: string) =>
  new Intl.NumberFormat(localeOf(lang), { style: 'currency', currency })

/** A fee in words: an amount, a range, an open end, or that it differs from place to place; nothing where its text says all. */
export function feeText(fee: Fee, lang: string, words: Words): string | undefined {
  const { amountCents, lowerCents, upperCents, currency, text } = fee
  const money = (cents: number) => format(currency, lang).format(cents / 100)
  if (amountCents !== undefined) return amountCents ? money(amountCents) : words.free
  if (lowerCents !== undefined && upperCents !== undefined) {
    return format(currency, lang).formatRange(lowerCents / 100, upperCents / 100)
  }
  if (lowerCents !== undefined) return words.from(money(lowerCents))
  if (upperCents !== undefined) return words.upTo(money(upperCents))
  return text ? undefined : words.varies
}

/** The first amount stands for all at a glance, with the words that belong to it. */
export function feeAtAGlance(
  fees: readonly Fee[],
  lang: string,
  words: Words,
): { readonly amount: string; readonly note: string } | undefined {
  const [first] = fees
  if (!first) return undefined
  const main = fees.find((fee) => feeText(fee, lang, words)) ?? first
  const others = fees.length > 1 && words.others
  return {
    amount: feeText(main, lang, words) ?? words.varies,
    note: [main.text, others].filter(Boolean).join(' · '),
  }
}
