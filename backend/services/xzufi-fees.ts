import type { Fee } from '@amtsweg/contract'
import {
  all,
  attributeOf,
  booleanOf,
  first,
  inOrder,
  textOf,
  valueOf,
  type XzufiElement,
} from '../import/index.ts'
import type { PartRecord } from './service-record.ts'
import { isValid } from './xzufi-validity.ts'
import { choiceOf, joined, languagesBelow, plainWords, spoken } from './xzufi-words.ts'

/** The fees (modulKosten) that hold on a day, each in every language something is said in. */
export function feesOf(owner: XzufiElement, day: string): readonly PartRecord[] {
  const modules = inOrder(all(owner, 'modulKosten').filter((module) => isValid(module, day)))
  const languages = languagesBelow(modules)
  return languages.flatMap((lang) =>
    modules
      .flatMap((module) => moduleFees(module, lang, day))
      .map((content): PartRecord => ({ kind: 'fee', lang, content })),
  )
}

function moduleFees(module: XzufiElement, lang: string, day: string): readonly Fee[] {
  const fees = inOrder(all(module, 'kosten').filter((one) => isValid(one, day))).flatMap((one) =>
    feeOf(one, lang),
  )
  const text = spoken(plainWords(module, 'beschreibung'), lang)
  return text ? [...fees, { kind: 'text', currency: 'EUR', text, advancePayment: false }] : fees
}

function feeOf(element: XzufiElement, lang: string): readonly Fee[] {
  const description = spoken(plainWords(element, 'beschreibung'), lang)
  const advancePayment = booleanOf(element, 'vorkasse') ?? false
  const fixed = amountOf(first(choiceOf(element, 'kostenauswahl', 'betrag'), 'betrag'))
  if (fixed)
    return [
      {
        kind: 'fixed',
        amountCents: fixed.cents,
        currency: fixed.currency,
        ...said(description),
        advancePayment,
      },
    ]
  const choice = first(element, 'kostenauswahl') ?? element
  const range =
    choiceOf(element, 'kostenauswahl', 'betragUntergrenze') ??
    choiceOf(element, 'kostenauswahl', 'betragObergrenze')
  const lower = amountOf(first(range, 'betragUntergrenze'))
  const upper = amountOf(first(range, 'betragObergrenze'))
  const words = choiceOf(element, 'kostenauswahl', 'beschreibungVariabilitaet') ?? range ?? choice
  const free = choiceOf(element, 'kostenauswahl', 'beschreibungKostenfreiheit')
  const text = joined(
    spoken(plainWords(words, 'beschreibungVariabilitaet'), lang),
    spoken(plainWords(free, 'beschreibungKostenfreiheit'), lang),
    description,
  )
  if (lower || upper)
    return [
      {
        kind: 'variable',
        ...(lower ? { lowerCents: lower.cents } : {}),
        ...(upper ? { upperCents: upper.cents } : {}),
        currency: (lower ?? upper)?.currency ?? 'EUR',
        ...said(text),
        advancePayment,
      },
    ]
  return text ? [{ kind: 'text', currency: 'EUR', text, advancePayment }] : []
}

const said = (text: string | undefined) => (text ? { text } : {})

/** Cents and currency of an amount; undefined for what is no amount. */
function amountOf(
  element: XzufiElement | undefined,
): { readonly cents: number; readonly currency: string } | undefined {
  const value = (valueOf(element, 'value') ?? textOf(element)?.trim() ?? '').replace(',', '.')
  if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(value)) return undefined
  const currency = attributeOf(element, 'currencyCode') ?? attributeOf(element, 'currencyID') ?? 'EUR'
  return { cents: Math.round(Number(value) * 100), currency: /^[A-Z]{3}$/.test(currency) ? currency : 'EUR' }
}
