import { z } from 'zod'
import { Postcode, SearchText } from './parameters.ts'

/** Query parameters of Open Referral HSDS 3.0, by the standard's names. */
const Flag = z.enum(['true', 'false']).default('false')
const Uuid = z.uuid()
const Count = z.coerce.number().int().min(1)

const Paged = {
  page: Count.max(1_000_000).default(1),
  per_page: Count.max(100).default(50),
}
const Found = { ...Paged, search: SearchText.optional() }
const Classified = { taxonomy_term_id: Uuid.optional(), taxonomy_id: Uuid.optional() }
const modified_after = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .optional()
  .meta({ description: 'ISO date or date and time' })

export const HsdsPath = z.object({ id: Uuid })
export const HsdsServicesQuery = z.object({
  ...Found,
  ...Classified,
  organization_id: Uuid.optional(),
  modified_after,
  minimal: Flag,
  full: Flag,
})
export const HsdsOrganizationsQuery = z.object({ ...Found, full: Flag, full_service: Flag })
export const HsdsOrganizationQuery = z.object({ full_service: Flag })
export const HsdsServiceAtLocationsQuery = z.object({
  ...Found,
  ...Classified,
  organization_id: Uuid.optional(),
  modified_after,
  postcode: Postcode.optional(),
  full: Flag,
})
export const HsdsTaxonomiesQuery = z.object(Found)
export const HsdsTaxonomyTermsQuery = z.object({
  ...Found,
  taxonomy_id: Uuid.optional(),
  parent_id: Uuid.optional(),
  top_only: Flag,
})

const Entity = z
  .looseObject({ id: Uuid })
  .meta({ id: 'HsdsEntity', description: 'An entity of HSDS 3.0; its fields are those of the standard' })
export const HsdsEntity = Entity

/** The standard's envelope of a list. */
export const HsdsPage = z
  .object({
    total_items: z.number().int(),
    total_pages: z.number().int(),
    page_number: z.number().int(),
    size: z.number().int(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(Entity),
  })
  .meta({ id: 'HsdsPage' })
export type HsdsPage = z.infer<typeof HsdsPage>

export const HsdsApi = z
  .object({ version: z.string(), profile: z.string(), openapi_url: z.string(), description: z.string() })
  .meta({ id: 'HsdsApi' })
