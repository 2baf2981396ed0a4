type Forms<Said> = { readonly other: Said } & Readonly<Partial<Record<Intl.LDMLPluralRule, Said>>>

/**
 * Chooses among the forms that a language has for a count; a form left out is said as `other`.
 *
 * @example
 * const count = plural('pl')
 * count(3, { one: '1 gmina', few: '3 gminy', other: '3 gmin' }) // '3 gminy'
 */
export const plural = (lang: string) => {
  const rules = new Intl.PluralRules(lang)
  return <Said>(count: number, forms: Forms<Said>): Said => forms[rules.select(count)] ?? forms.other
}
