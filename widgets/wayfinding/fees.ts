import type { Fee } from '@amtsweg/contract'
import { feeAmount, money } from '@amtsweg/kit/format.ts'
import type { ServicesMessages } from '@amtsweg/messages'

type Words = ServicesMessages['fee']

/** A fee in words: an amount, a range, an open end, or that it differs from place to place. */
export function feeText(fee: Fee, lang: string, words: Words): string | undefined {
  const { amountCents, lowerCents, upperCents, text } = fee
  const amount = feeAmount(fee, lang)
  if (amount === undefined) return text ? undefined : words.varies
  if (amountCents === 0) return words.free
  if (amountCents !== undefined) return amount
  if (upperCents === undefined) return words.from(amount)
  if (lowerCents === undefined) return words.upTo(amount)
  return amount
}

/** What to reckon with at a glance: from the least to the most of several fees. */
export function feeSummary(
  fees: readonly Fee[],
  lang: string,
  words: Words,
  range: ServicesMessages['range'],
): string | undefined {
  if (!fees.length) return undefined
  const currency = fees[0]!.currency
  const known = fees.filter((fee) => fee.kind !== 'text' && fee.currency === currency)
  const [only] = known
  if (!only) return words.varies
  if (known.length === 1) return feeText(only, lang, words)
  const least = Math.min(...known.map(({ amountCents, lowerCents }) => amountCents ?? lowerCents ?? 0))
  const most = Math.max(
    ...known.map(({ amountCents, lowerCents, upperCents }) => amountCents ?? upperCents ?? lowerCents ?? 0),
  )
  const inWords = (cents: number) => (cents ? money(cents, currency, lang) : words.free)
  if (least === most) return inWords(least)
  return range(inWords(least), money(most, currency, lang))
}
