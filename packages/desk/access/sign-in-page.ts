import { html } from 'lit'
import { define } from '@amtsweg/kit/define.ts'
import { DeskPage } from '../shell/page.ts'
import { safeReturn } from '../shell/router.ts'
import './sign-in-form.ts'

/**
 * Where everybody begins.
 *
 * @tag desk-sign-in-page
 * @summary Sign-in.
 */
class SignInPage extends DeskPage {
  override render() {
    const back = safeReturn(this.query.get('return'))
    return html`<desk-sign-in-form .api=${this.desk.api} .return=${back}></desk-sign-in-form>`
  }
}

define('desk-sign-in-page', SignInPage)
