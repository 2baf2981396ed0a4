import type { Migration } from 'kysely/migration'
import * as m0001 from './0001-sources-and-places.ts'
import * as m0002 from './0002-directory.ts'
import * as m0003 from './0003-services.ts'
import * as m0004 from './0004-responsibility.ts'
import * as m0005 from './0005-wayfinding.ts'
import * as m0007 from './0007-executing-tiers.ts'
import * as m0008 from './0008-search-words.ts'
import * as m0010 from './0010-xzufi-records.ts'
import * as m0013 from './0013-provenance.ts'
import * as m0014 from './0014-counted-searches.ts'
import * as m0015 from './0015-checklists.ts'
import * as m0016 from './0016-ordered-life-situations.ts'
import * as m0017 from './0017-links-and-jobs.ts'
import * as m0023 from './0023-authorities.ts'
import * as m0024 from './0024-tokens-and-audit.ts'
import * as m0025 from './0025-service-withdrawals.ts'
import * as m0028 from './0028-shared-rates.ts'
import * as m0029 from './0029-scheduled-imports.ts'
import * as m0030 from './0030-registered-origins.ts'
import * as m0031 from './0031-search-changes.ts'
import * as m0032 from './0032-embedding-counts.ts'
import * as m0033 from './0033-local-parts.ts'
import * as m0034 from './0034-clerks-and-sessions.ts'
import * as m0036 from './0036-history-and-drafts.ts'
import * as m0037 from './0037-keywords-of-areas.ts'
import * as m0038 from './0038-unit-search.ts'
import * as m0039 from './0039-people.ts'
import * as m0040 from './0040-federation.ts'
import * as m0042 from './0042-desk-reports.ts'
import * as m0043 from './0043-uploads.ts'
import * as m0046 from './0046-four-eyes-that-hold.ts'
import * as m0049 from './0049-who-applies-a-file.ts'
import * as m0050 from './0050-said-by-region.ts'
import * as m0051 from './0051-geodata.ts'
import * as m0054 from './0054-geo-changes.ts'
import * as m0055 from './0055-geo-harvests.ts'
import * as m0056 from './0056-geodata-files.ts'
import * as m0057 from './0057-geodata-numbers.ts'

/** In order of their names; forward only, never edited after a release. */
export const migrations: Record<string, Migration> = {
  '0001-sources-and-places': m0001,
  '0002-directory': m0002,
  '0003-services': m0003,
  '0004-responsibility': m0004,
  '0005-wayfinding': m0005,
  '0007-executing-tiers': m0007,
  '0008-search-words': m0008,
  '0010-xzufi-records': m0010,
  '0013-provenance': m0013,
  '0014-counted-searches': m0014,
  '0015-checklists': m0015,
  '0016-ordered-life-situations': m0016,
  '0017-links-and-jobs': m0017,
  '0023-authorities': m0023,
  '0024-tokens-and-audit': m0024,
  '0025-service-withdrawals': m0025,
  '0028-shared-rates': m0028,
  '0029-scheduled-imports': m0029,
  '0030-registered-origins': m0030,
  '0031-search-changes': m0031,
  '0032-embedding-counts': m0032,
  '0033-local-parts': m0033,
  '0034-clerks-and-sessions': m0034,
  '0036-history-and-drafts': m0036,
  '0037-keywords-of-areas': m0037,
  '0038-unit-search': m0038,
  '0039-people': m0039,
  '0040-federation': m0040,
  '0042-desk-reports': m0042,
  '0043-uploads': m0043,
  '0046-four-eyes-that-hold': m0046,
  '0049-who-applies-a-file': m0049,
  '0050-said-by-region': m0050,
  '0051-geodata': m0051,
  '0054-geo-changes': m0054,
  '0055-geo-harvests': m0055,
  '0056-geodata-files': m0056,
  '0057-geodata-numbers': m0057,
}
