import { html, nothing } from 'lit'
import { define } from '@amtsweg/kit/define.ts'
import { DeskPage } from '../shell/page.ts'
import { textOfCode } from '../shell/problem-words.ts'
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
    const problem = this.query.get('problem')
    return html`
      ${problem === null ? nothing : html`<p class="error" role="alert">${textOfCode(problem)}</p>`}
      <desk-sign-in-form .api=${this.desk.api} .return=${back}></desk-sign-in-form>
    `
  }
}

define('desk-sign-in-page', SignInPage)
