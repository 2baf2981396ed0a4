import { html, type TemplateResult } from 'lit'
import { differenceView } from './difference-view.ts'
import { words } from './words.ts'

interface ConflictPart {
  /** What somebody else has saved meanwhile; null = nothing is there. */
  readonly theirs: unknown
  /** How it shall be; null = it shall be taken back. */
  readonly mine: unknown
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Somebody else was faster: what one's own version would change in theirs, and both ways on. Take `differenceStyles` with it. */
export const conflictPart = ({ theirs, mine, onMine, onTheirs }: ConflictPart): TemplateResult => html`
  <div class="aside problem" role="alert">
    <p>${words.conflictMet}</p>
    ${differenceView(theirs, mine)}
    <div class="row">
      <button type="button" class="button" @click=${onMine}>${words.takeMine}</button>
      <button type="button" class="button quiet" @click=${onTheirs}>${words.takeTheirs}</button>
    </div>
  </div>
`
