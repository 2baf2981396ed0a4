export { AmtElement } from './amt-element.ts'
export { controls } from './controls.styles.ts'
export { define } from './define.ts'
export { type Catalogues, Messages } from './messages.ts'
export { emptyState, errorState, pendingState, problemText, skeleton, staleState } from './states.ts'
export { tokens } from './tokens.styles.ts'
export {
  type Place,
  placeQuery,
  type PlaceRememberedEvent,
  rememberedPlace,
  rememberPlace,
  VisitPlace,
} from './visit-place.ts'
