import type { Derivation } from '../import/index.ts'
import { rebuildSearchIndex } from './rebuild-search-index.ts'

export { rebuildSearchIndex } from './rebuild-search-index.ts'
export { rankedIds } from './find-documents.ts'
export { searchServices, type ServiceSearch } from './search.ts'
export { suggest, type SuggestionRequest } from './suggest.ts'

/** What is computed anew after services have changed. */
export const wayfindingDerivations: readonly Derivation[] = [
  { from: ['services'], name: 'search index', rebuild: rebuildSearchIndex },
]
