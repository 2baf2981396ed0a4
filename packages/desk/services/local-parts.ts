import type { LocalFee, LocalLink, LocalPartsBody } from '@amtsweg/contract'

/** A fee as it is typed. */
export interface FeeDraft {
  readonly amount: string
  readonly text: string
  /** What the fee was before, of which more may be kept than the desk shows. */
  readonly kept: LocalFee | undefined
}
export interface LinkDraft {
  readonly title: string
  readonly url: string
  readonly kept: LocalLink | undefined
}
export interface PartsDraft {
  readonly fees: readonly FeeDraft[]
  readonly forms: readonly LinkDraft[]
  readonly onlineServices: readonly LinkDraft[]
}

export const partsDraftOf = ({ fees, forms, onlineServices }: LocalPartsBody): PartsDraft => ({
  fees: fees.map((fee) => ({ amount: amountText(fee.amountCents), text: fee.text ?? '', kept: fee })),
  forms: forms.map(linkDraft),
  onlineServices: onlineServices.map(linkDraft),
})

const linkDraft = (link: LocalLink): LinkDraft => ({ title: link.title, url: link.url, kept: link })

const amountText = (cents: number | undefined) =>
  cents === undefined ? '' : `${Math.floor(cents / 100)},${`${cents % 100}`.padStart(2, '0')}`

/** Cents of an amount such as `12,50`, `1.200` or `12 Euro`; undefined where it is none. */
export function centsOf(typed: string): number | undefined {
  const plain = typed.replaceAll(/\s|€|Euro|EUR/gi, '')
  const [, euros, cents = ''] = /^(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{1,2}|-))?$/.exec(plain) ?? []
  if (!euros) return undefined
  return Number(euros.replaceAll('.', '')) * 100 + Number(cents.replace('-', '').padEnd(2, '0'))
}

/** What a draft says, and the ids of the fields that are wrong. */
export function readParts(draft: PartsDraft): {
  readonly parts: LocalPartsBody
  readonly wrong: readonly string[]
} {
  const wrong: string[] = []
  const fees = draft.fees.flatMap(({ amount, text, kept }, index): LocalFee[] => {
    const base = { currency: 'EUR', advancePayment: false, lang: 'de', ...kept }
    const words = text.trim()
    if (isEmptyFee({ amount, text, kept })) return []
    const { text: _, amountCents: __, ...rest } = base
    const said = words ? { text: words } : {}
    if (amount.trim() === '' && isRange(kept)) return [{ ...rest, kind: 'variable', ...said }]
    const cents = centsOf(amount)
    if (amount.trim() === '') return [{ ...rest, kind: 'text', text: words }]
    if (cents === undefined) {
      wrong.push(`fee-${index}-amount`)
      return []
    }
    return [{ ...rest, kind: 'fixed', amountCents: cents, ...said }]
  })
  const links = (list: readonly LinkDraft[], name: string) =>
    list.flatMap(({ title, url, kept }, index): LocalLink[] => {
      if (isEmptyLink({ title, url, kept })) return []
      if (!title.trim() || !/^https?:\/\/\S+$/i.test(url.trim())) {
        wrong.push(`${name}-${index}-${title.trim() ? 'url' : 'title'}`)
        return []
      }
      return [{ lang: 'de', ...kept, title: title.trim(), url: url.trim() }]
    })
  const parts = {
    fees,
    forms: links(draft.forms, 'form'),
    onlineServices: links(draft.onlineServices, 'online'),
  }
  return { parts, wrong }
}

const isRange = (kept: LocalFee | undefined) => kept?.kind === 'variable'
const isEmptyFee = ({ amount, text, kept }: FeeDraft) => !amount.trim() && !text.trim() && !isRange(kept)
const isEmptyLink = ({ title, url }: LinkDraft) => !title.trim() && !url.trim()

/** The field of a part that the server has refused, by its JSON Pointer in what was sent. */
export function partsFieldOf(draft: PartsDraft, pointer: string): string | undefined {
  const [, part, key, inner = ''] = pointer.split('/')
  const at = <Item>(items: readonly Item[], isEmpty: (item: Item) => boolean) =>
    items.indexOf(items.filter((item) => !isEmpty(item))[Number(key)]!)
  if (part === 'fees') return `fee-${at(draft.fees, isEmptyFee)}-${inner === 'text' ? 'text' : 'amount'}`
  if (part === 'forms') return `form-${at(draft.forms, isEmptyLink)}-${inner}`
  if (part === 'onlineServices') return `online-${at(draft.onlineServices, isEmptyLink)}-${inner}`
  return undefined
}
