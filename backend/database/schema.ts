import type {
  AccessTokenTable,
  AuditEntryTable,
  AuditHeadTable,
  AuthorityOriginTable,
  AuthorityTable,
  ClerkDeviceTable,
  ClerkGrantTable,
  ClerkInvitationTable,
  ClerkPasskeyTable,
  ClerkRecoveryCodeTable,
  ClerkSessionTable,
  ClerkSubjectTable,
  ClerkTable,
  EmbeddingCountTable,
  FourEyesEndTable,
  SignInFailureTable,
  SignInStepTable,
} from '../access/tables.ts'
import type { EditDraftTable, EditHistoryTable } from '../changes/tables.ts'
import type {
  PeopleSyncTable,
  PersonEntryTable,
  PersonTable,
  PersonUnitTable,
  PersonWordTable,
  UnitEntryTable,
  UnitIdentifierTable,
  UnitTable,
  UnitWordTable,
} from '../directory/tables.ts'
import type {
  FeedEntryTable,
  FeedStagedTable,
  FeedStateTable,
  SubscriptionTable,
} from '../federation/tables.ts'
import type {
  GeoChangeTable,
  GeoCollectionTable,
  GeoFeatureTable,
  GeoHarvestStagedTable,
  GeoHarvestTable,
  GeoVersionTable,
} from '../geodata/tables.ts'
import type {
  ImportScheduleTable,
  LinkTable,
  LinkUseTable,
  SourceTable,
  XzufiRecordTable,
  XzufiReferenceTable,
} from '../import/tables.ts'
import type { UploadPartTable, UploadRejectionTable, UploadTable } from '../intake/tables.ts'
import type { JobTable } from '../jobs/tables.ts'
import type {
  AreaSuccessorTable,
  AreaTable,
  BoundaryTable,
  PlaceHitTable,
  PlacePrefixTable,
  PlaceTable,
  PlaceTermTable,
  PostcodeAreaTable,
  StreetTable,
} from '../places/tables.ts'
import type { ExecutingTierTable, ResponsibilityTable } from '../responsibility/tables.ts'
import type {
  IgnoredLinkTable,
  KeywordReferenceTable,
  LifeSituationMappingTable,
  LifeSituationSettingTable,
  LifeSituationTable,
  LinkHostTable,
  LocalKeywordTable,
  LocalPartTable,
  ServiceIdentifierTable,
  ServiceKeywordTable,
  ServiceLifeSituationTable,
  ServiceNameTable,
  ServicePartTable,
  ServiceSupplementTable,
  ServiceTable,
  ServiceTextTable,
  ServiceWithdrawalTable,
} from '../services/tables.ts'
import type { RateSaltTable, SharedRateTable } from '../traffic/tables.ts'
import type {
  ChecklistTable,
  CountedClickTable,
  CountedPeriodTable,
  CountedTermTable,
  SearchChangeTable,
  SearchDocumentTable,
  SearchStateTable,
  SearchStemTable,
} from '../wayfinding/tables.ts'

/** Every table, named as in the database. */
export interface Schema {
  source: SourceTable
  authority: AuthorityTable
  authority_origin: AuthorityOriginTable
  embedding_count: EmbeddingCountTable
  access_token: AccessTokenTable
  four_eyes_end: FourEyesEndTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  edit_history: EditHistoryTable
  edit_draft: EditDraftTable
  clerk: ClerkTable
  clerk_grant: ClerkGrantTable
  clerk_session: ClerkSessionTable
  clerk_passkey: ClerkPasskeyTable
  clerk_recovery_code: ClerkRecoveryCodeTable
  clerk_subject: ClerkSubjectTable
  clerk_device: ClerkDeviceTable
  clerk_invitation: ClerkInvitationTable
  sign_in_step: SignInStepTable
  sign_in_failure: SignInFailureTable
  xzufi_record: XzufiRecordTable
  xzufi_reference: XzufiReferenceTable
  area: AreaTable
  area_successor: AreaSuccessorTable
  postcode_area: PostcodeAreaTable
  place: PlaceTable
  street: StreetTable
  place_hit: PlaceHitTable
  place_term: PlaceTermTable
  place_prefix: PlacePrefixTable
  boundary: BoundaryTable
  geo_collection: GeoCollectionTable
  geo_version: GeoVersionTable
  geo_feature: GeoFeatureTable
  geo_change: GeoChangeTable
  geo_harvest: GeoHarvestTable
  geo_harvest_staged: GeoHarvestStagedTable
  unit: UnitTable
  unit_identifier: UnitIdentifierTable
  unit_entry: UnitEntryTable
  unit_word: UnitWordTable
  person: PersonTable
  person_entry: PersonEntryTable
  person_unit: PersonUnitTable
  person_word: PersonWordTable
  people_sync: PeopleSyncTable
  service: ServiceTable
  service_identifier: ServiceIdentifierTable
  service_name: ServiceNameTable
  service_text: ServiceTextTable
  service_supplement: ServiceSupplementTable
  service_withdrawal: ServiceWithdrawalTable
  service_part: ServicePartTable
  service_keyword: ServiceKeywordTable
  local_keyword: LocalKeywordTable
  local_part: LocalPartTable
  life_situation: LifeSituationTable
  life_situation_mapping: LifeSituationMappingTable
  life_situation_setting: LifeSituationSettingTable
  keyword_reference: KeywordReferenceTable
  service_life_situation: ServiceLifeSituationTable
  responsibility: ResponsibilityTable
  executing_tier: ExecutingTierTable
  search_document: SearchDocumentTable
  search_stem: SearchStemTable
  search_state: SearchStateTable
  search_change: SearchChangeTable
  counted_period: CountedPeriodTable
  counted_term: CountedTermTable
  counted_click: CountedClickTable
  checklist: ChecklistTable
  link: LinkTable
  link_use: LinkUseTable
  link_host: LinkHostTable
  ignored_link: IgnoredLinkTable
  job: JobTable
  import_schedule: ImportScheduleTable
  feed_state: FeedStateTable
  feed_entry: FeedEntryTable
  feed_staged: FeedStagedTable
  subscription: SubscriptionTable
  upload: UploadTable
  upload_part: UploadPartTable
  upload_rejection: UploadRejectionTable
  shared_rate: SharedRateTable
  rate_salt: RateSaltTable
}
