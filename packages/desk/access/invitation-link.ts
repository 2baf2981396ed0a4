import { html, type TemplateResult } from 'lit'
import type { InvitedClerk } from '@amtsweg/contract/clerks.ts'
import { shownMoment } from '../shell/dates.ts'
import { words } from './words.ts'
import '../shell/copy.ts'

/** A link to hand over, which nobody sees a second time. */
export const invitationLink = ({ clerk, invitation }: InvitedClerk): TemplateResult => html`
  <section class="aside" aria-labelledby="link-title">
    <h2 id="link-title" tabindex="-1">${words.clerks.linkTitle(clerk.name)}</h2>
    <p>${words.clerks.linkHelp(shownMoment(invitation.expiresAt))}</p>
    <desk-copy label=${words.clerks.linkTitle(clerk.name)} .text=${invitation.url}></desk-copy>
  </section>
`
