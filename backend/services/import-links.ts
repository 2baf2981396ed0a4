import type { RichNode, RichText } from '@amtsweg/contract'
import type { Trx } from '../database/database.ts'
import { type Derivation, type FoundLink, replaceLinkUses, replaceLinkUsesOf } from '../import/index.ts'

const batch = 500

/** Where the addresses in service texts, forms, online services and legal bases lead. */
export const serviceLinks: Derivation = {
  from: ['services'],
  name: 'links of services',
  rebuild: (trx) => replaceLinkUses(trx, 'service', linksOfServices(trx)),
}

/** Finds anew where the addresses of one service lead, as after an edit. */
export const relinkService = (trx: Trx, id: string): Promise<void> => relinkServices(trx, [id])

/** The same for some. */
export async function relinkServices(trx: Trx, ids: readonly string[]): Promise<void> {
  const services = await trx
    .selectFrom('service')
    .select(['id', 'region_key'])
    .where('id', 'in', ids)
    .execute()
  await replaceLinkUsesOf(trx, 'service', ids, services.length > 0 ? await linksOf(trx, services) : [])
}

/** Every `href` of a text. */
export const hrefsOf = (text: RichText): string[] =>
  text.flatMap((node: RichNode) =>
    typeof node === 'string' ? [] : [...(node.href ? [node.href] : []), ...hrefsOf(node.children ?? [])],
  )

/** Texts without a link are the most: the database leaves them out before anything is parsed. */
const withAddress = '%"href":%'

async function* linksOfServices(trx: Trx): AsyncGenerator<readonly FoundLink[]> {
  let after = ''
  for (;;) {
    const services = await trx
      .selectFrom('service')
      .select(['id', 'region_key'])
      .where('public', '=', 1)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute()
    const last = services.at(-1)
    if (!last) return
    yield await linksOf(trx, services)
    after = last.id
  }
}

interface ServiceAt {
  readonly id: string
  readonly region_key: string | null
}

async function linksOf(trx: Trx, services: readonly ServiceAt[]): Promise<FoundLink[]> {
  const ids = services.map(({ id }) => id)
  const regions = new Map(services.map(({ id, region_key }) => [id, region_key]))
  const names = new Map(
    (
      await trx
        .selectFrom('service_name')
        .select(['service_id', 'title'])
        .where('service_id', 'in', ids)
        .where('lang', '=', 'de')
        .execute()
    ).map(({ service_id, title }) => [service_id, title]),
  )
  const at = (row: Row, section: string, layer: FoundLink['layer']) => (url: string) => ({
    owner_id: row.service_id,
    owner_name: names.get(row.service_id) ?? row.service_id,
    url,
    section,
    layer,
    region_key: row.region_key ?? regions.get(row.service_id) ?? '',
    lang: row.lang,
  })
  const texts = await trx
    .selectFrom('service_text')
    .select(['service_id', 'lang', 'code', 'content'])
    .where('service_id', 'in', ids)
    .where('content', 'like', withAddress)
    .execute()
  const supplements = await trx
    .selectFrom('service_supplement')
    .select(['service_id', 'lang', 'code', 'content', 'region_key'])
    .where('service_id', 'in', ids)
    .where('content', 'like', withAddress)
    .execute()
  const parts = await trx
    .selectFrom('service_part')
    .select(['service_id', 'lang', 'kind', 'content', 'region_key'])
    .where('service_id', 'in', ids)
    .where('content', 'like', '%"url":%')
    .execute()
  const local = await trx
    .selectFrom('local_part')
    .select(['service_id', 'lang', 'kind', 'content', 'region_key'])
    .where('service_id', 'in', ids)
    .where('content', 'like', '%"url":%')
    .execute()
  const hrefs = (content: string) => hrefsOf(JSON.parse(content) as RichText)
  return [
    ...texts.flatMap((row) => hrefs(row.content).map(at(row, row.code, 'text'))),
    ...supplements.flatMap((row) => hrefs(row.content).map(at(row, row.code, 'supplement'))),
    ...[...parts, ...local].flatMap((row) => addressOf(row.content).map(at(row, row.kind, 'part'))),
  ]
}

interface Row {
  readonly service_id: string
  readonly lang: string
  readonly region_key?: string | null
}

/** An invented address stands for a real one; there is nothing behind it to look for. */
function addressOf(content: string): readonly string[] {
  const { url, invented } = JSON.parse(content) as { readonly url?: string; readonly invented?: boolean }
  return url && !invented ? [url] : []
}
