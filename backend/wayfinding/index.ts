import type { Derivation, ImportProfile } from '../import/index.ts'
import { checklistsProfile } from './import-checklists.ts'
import { rebuildSearchIndex } from './rebuild-search-index.ts'

export { createAskers } from './askers.ts'
export { rebuildSearchIndex } from './rebuild-search-index.ts'
export { findChecklist, matcherOf } from './find-checklist.ts'
export { readChecklists } from './repository-checklists.ts'
export { isSearchIndexCurrent, refreshSearchIndex } from './refresh-search-index.ts'
export { rankedIds } from './find-documents.ts'
export { keywordSuggestions, type KeywordSuggestion } from './keyword-suggestions.ts'
export { createSearchCounter, type SearchCounter } from './search-counter.ts'
export { hasSearchChanges, noteSearchChange } from './search-changes.ts'
export { searchServices, type ServiceSearch } from './search.ts'
export { suggest, type SuggestionRequest } from './suggest.ts'

/** Formats this domain reads, for the command line. */
export const wayfindingProfiles: readonly ImportProfile[] = [checklistsProfile]

/** What is computed anew after services have changed. */
export const wayfindingDerivations: readonly Derivation[] = [
  { from: ['services'], name: 'search index', rebuild: rebuildSearchIndex },
]
