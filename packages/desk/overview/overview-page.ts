import { html } from 'lit'
import { define } from '@amtsweg/kit/define.ts'
import { DeskPage } from '../shell/page.ts'
import { cards } from './cards.ts'
import { styles } from './overview-page.styles.ts'
import { words } from './words.ts'

/**
 * What needs somebody today: small cards, each from its domain, for what this person may do here.
 *
 * @tag desk-overview-page
 * @summary Overview.
 */
class OverviewPage extends DeskPage {
  static override styles = [DeskPage.styles, styles]

  override render() {
    const { desk } = this
    return html`
      <p>${words.greeting(desk.session.clerk.name)}</p>
      <div class="cards">
        ${cards.filter(({ scope }) => !scope || desk.may(scope)).map(({ draw }) => draw(desk))}
      </div>
    `
  }
}

define('desk-overview-page', OverviewPage)
