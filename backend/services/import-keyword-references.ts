import { z } from 'zod'
import { type ImportProfile, jsonRecords, syncOwned } from '../import/index.ts'
import { letterOf, sortKeyOf } from './german-order.ts'
import { ownReferences } from './sources.ts'

const Word = z.string().trim().min(1).max(120)

/** A word and the one it stands for (siehe), or others worth a look (siehe auch). */
const Reference = z.object({
  keyword: Word,
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'A language such as de or en')
    .default('de'),
  see: Word.optional(),
  seeAlso: z.array(Word).max(10, 'At most ten words to look at').default([]),
})
type Reference = z.infer<typeof Reference>

export const keywordReferencesProfile: ImportProfile = {
  name: 'keyword-references',
  summary: 'References of the Stichwortverzeichnis (siehe, siehe auch) as JSON in the format of Amtsweg',
  touches: [],
  source: ownReferences,
  run: async (file, context) => {
    const rows = jsonRecords(file.json(), Reference, context).flatMap(({ line, value }) => {
      const fault = faultOf(value)
      if (fault) context.reject(line, fault, value.keyword)
      return fault ? [] : rowsOf(value, context.source.id).map((row) => ({ line, row }))
    })
    await syncOwned(context, 'keyword_reference', rows)
  },
}

function faultOf({ keyword, see, seeAlso }: Reference): string | undefined {
  if (see && seeAlso.length > 0) return 'Either see, where the word stands for another, or seeAlso'
  const targets = see ? [see] : seeAlso
  if (targets.length === 0) return 'Neither see nor seeAlso says where to look'
  return targets.some((target) => sortKeyOf(target) === sortKeyOf(keyword))
    ? 'A word cannot refer to itself'
    : undefined
}

const rowsOf = ({ keyword, lang, see, seeAlso }: Reference, sourceId: string) =>
  (see ? [see] : seeAlso).map((target) => ({
    id: `${lang} ${sortKeyOf(keyword)} ${sortKeyOf(target)}`,
    lang,
    keyword,
    sort_key: sortKeyOf(keyword),
    letter: letterOf(keyword),
    kind: see ? 'see' : 'see-also',
    target,
    target_sort_key: sortKeyOf(target),
    target_letter: letterOf(target),
    source_id: sourceId,
  }))
