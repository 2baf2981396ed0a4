import { html, LitElement, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { ApiError } from '@amtsweg/client'
import { define } from '@amtsweg/kit/define.ts'
import { createDeskApi, isSessionLost } from './api.ts'
import { styles } from './app.styles.ts'
import { deskStyles } from './desk.styles.ts'
import type { Desk, Notice } from './desk.ts'
import { navigation, refusalOf } from './navigation.ts'
import type { DeskPage, PageTitledEvent } from './page.ts'
import { pages } from './pages.ts'
import { locate, type Location, type Router, safeReturn, startRouter } from './router.ts'
import {
  firstGrant,
  type Grant,
  grantKey,
  rememberGrant,
  type Session,
  withAllGrants,
  withFourEyes,
} from './session.ts'
import { failed, waiting } from './states.ts'
import { type Asked, unsavedDialog } from './unsaved-dialog.ts'
import { words } from './words.ts'
import './dialog.ts'
import './notices.ts'

/** A sign-in above the page: why, and what goes on afterwards. */
interface SigningIn {
  readonly isFresh: boolean
  readonly done: () => void
  readonly giveUp: () => void
}

/**
 * The clerks' application: header, navigation, the page of the address, notices, and the questions before something is lost.
 *
 * @tag desk-app
 * @summary Frame of the desk.
 */
class App extends LitElement {
  static override styles = [deskStyles, styles]

  @state() private session: Session | undefined
  @state() private grant: Grant | undefined
  @state() private location: Location | undefined
  @state() private shown: DeskPage | undefined
  @state() private failure: unknown
  @state() private heading = ''
  @state() private isMenuOpen = false
  @state() private notice: Notice | undefined
  @state() private isOffline = navigator.onLine === false
  @state() private asked: Asked | undefined
  @state() private signingIn: SigningIn | undefined

  #router: Router | undefined
  #again: Promise<void> | undefined
  #isFirst = true

  readonly #api = createDeskApi({
    authority: () => this.grant?.authority ?? undefined,
    signInAgain: (isFresh) => this.#signInAgain(isFresh),
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#router = startRouter({ show: (url) => void this.#show(url), mayLeave: () => this.#mayLeave() })
    addEventListener('beforeunload', this.#onUnload)
    addEventListener('online', this.#onLine)
    addEventListener('offline', this.#onLine)
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#router?.stop()
    removeEventListener('beforeunload', this.#onUnload)
    removeEventListener('online', this.#onLine)
    removeEventListener('offline', this.#onLine)
  }

  async #start(): Promise<void> {
    this.failure = undefined
    const url = new URL(location.href)
    if (locate(pages, url).page?.isOpen) return this.#show(url)
    try {
      await this.#loadSession()
    } catch (error) {
      if (!isSessionLost(error)) {
        this.failure = error
        return
      }
      const back = new URLSearchParams({ return: url.pathname + url.search })
      return this.#router!.go(`/desk/sign-in?${back}`, { replaces: true })
    }
    return this.#show(url)
  }

  async #loadSession(): Promise<void> {
    const { data } = await this.#api.get<Session>('/session', { keepsSessionErrors: true })
    const session = await withAllGrants(data, this.#api)
    this.session = session
    this.grant =
      session.grants.find(({ authority }) => authority === this.grant?.authority) ?? firstGrant(session)
  }

  /** Before a page is drawn: one that did not know would offer to publish what a second person has to see first. */
  async #completeGrant(): Promise<void> {
    const { grant } = this
    if (!grant) return
    const whole = await withFourEyes(grant, this.#api)
    if (this.grant === grant) this.grant = whole
  }

  #take(grant: Grant): void {
    rememberGrant(grant)
    this.grant = grant
  }

  readonly #onSignedIn = async (): Promise<void> => {
    try {
      await this.#loadSession()
    } catch (error) {
      this.failure = error
      return
    }
    await this.#router!.go(safeReturn(new URLSearchParams(location.search).get('return')), { replaces: true })
  }

  /** All requests that fail meanwhile wait for the same sign-in. */
  #signInAgain(isFresh: boolean): Promise<void> {
    this.#again ??= this.#askForSignIn(isFresh).finally(() => (this.#again = undefined))
    return this.#again
  }

  async #askForSignIn(isFresh: boolean): Promise<void> {
    const before = this.session?.clerk.id
    await import('../access/sign-in-form.ts')
    try {
      await new Promise<void>((done, refuse) => {
        this.signingIn = {
          isFresh,
          done,
          giveUp: () => refuse(new ApiError({ code: 'sign-in-again', status: 403 })),
        }
      })
    } finally {
      this.signingIn = undefined
    }
    await this.#loadSession()
    if (this.session?.clerk.id === before) return
    // Somebody else has sat down: what was typed is not theirs, and what waits is never sent in their name.
    this.shown = undefined
    location.assign('/desk/')
    await new Promise(() => {})
  }

  async #show(url: URL): Promise<void> {
    const found = locate(pages, url)
    const isAnother = found.page !== this.location?.page || found.address !== this.location?.address
    if (found.page?.isOpen !== true && !this.session) return this.#start()
    if (!isAnother) return
    this.location = found
    this.isMenuOpen = false
    this.failure = undefined
    this.#entitle(this.#refusal?.title ?? found.page!.label)
    this.shown = undefined
    void this.#focusHeading()
    if (this.#refusal) return
    try {
      await Promise.all([found.page!.load(), this.#completeGrant()])
    } catch (error) {
      this.failure = error
      return
    }
    if (this.location !== found) return
    const page = document.createElement(found.page!.tag) as DeskPage
    Object.assign(page, { desk: this.#desk, params: found.params, query: found.query })
    this.shown = page
  }

  get #refusal(): { readonly title: string; readonly text: string } | undefined {
    const { page } = this.location ?? {}
    if (!page) return words.noPage
    if (page.isOpen) return undefined
    if (!this.grant) return words.noAuthority
    return refusalOf(page, this.grant)
  }

  get #desk(): Desk {
    return {
      api: this.#api,
      session: this.session!,
      grant: this.grant!,
      may: (scope) => this.grant?.scopes.includes(scope) ?? false,
      hasPage: (wanted) => pages.some(({ path }) => path === wanted),
      go: (address) => void this.#router!.go(address),
      renew: () => this.#loadSession(),
      actFor: (authority) => {
        const grant = this.session!.grants.find((each) => each.authority === authority)
        if (grant) this.#take(grant)
      },
      notify: (notice) => (this.notice = typeof notice === 'string' ? { text: notice } : notice),
    }
  }

  #entitle(title: string): void {
    this.heading = title
    document.title = `${title} – ${words.desk}`
  }

  /** After the first page: who listens is told where they are now. */
  async #focusHeading(): Promise<void> {
    if (this.#isFirst) {
      this.#isFirst = false
      return
    }
    await this.updateComplete
    scrollTo(0, 0)
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus()
  }

  #mayLeave(): boolean | Promise<boolean> {
    if (!this.shown?.isUnsaved) return true
    return new Promise((resolve) => {
      this.asked = {
        answer: (mayGo) => {
          this.asked = undefined
          resolve(mayGo)
        },
      }
    })
  }

  readonly #onUnload = (event: BeforeUnloadEvent): void => {
    if (this.shown?.isUnsaved) event.preventDefault()
  }

  readonly #onLine = (): void => {
    this.isOffline = navigator.onLine === false
  }

  async #chooseGrant(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement
    const grant = this.session!.grants.find((each) => grantKey(each) === select.value)!
    if (!(await this.#mayLeave())) {
      select.value = grantKey(this.grant!)
      return
    }
    this.#take(grant)
    this.location = undefined
    await this.#show(new URL(location.href))
  }

  async #signOut(): Promise<void> {
    if (!(await this.#mayLeave())) return
    try {
      await this.#api.post('/sign-out', undefined, { keepsSessionErrors: true })
    } catch (error) {
      if (!isSessionLost(error)) {
        this.failure = error
        return
      }
    }
    this.shown = undefined
    // The memory of the page goes too.
    location.assign('/desk/sign-in')
  }

  readonly #onTitled = (event: PageTitledEvent): void => this.#entitle(event.title)

  override render() {
    const isBare = !this.session || this.location?.page?.isOpen === true
    return html`
      <button type="button" class="skip" @click=${this.#skip}>${words.skip}</button>
      ${isBare ? this.#bareHeader() : this.#header()}
      <p class="offline" role="status">${this.isOffline ? words.offline : nothing}</p>
      <div class="body ${isBare ? 'bare' : ''}">
        ${isBare ? nothing : this.#navigation()}
        <main id="main" tabindex="-1" @desk-page-titled=${this.#onTitled}>${this.#content()}</main>
      </div>
      <desk-notices .notice=${this.notice}></desk-notices>
      ${this.asked ? unsavedDialog(this.asked) : nothing}
      ${this.signingIn ? this.#signInDialog(this.signingIn) : nothing}
    `
  }

  /** A button: an address cannot name what stands in a shadow root. */
  readonly #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('main')!.focus()
  }

  #bareHeader() {
    return html`<header>
      <p class="brand">${words.product} <span>${words.desk}</span></p>
    </header>`
  }

  #header() {
    const { grants, clerk } = this.session!
    return html`
      <header>
        <a class="brand" href="/desk/">${words.product} <span>${words.desk}</span></a>
        <button
          type="button"
          class="button quiet menu"
          aria-expanded=${this.isMenuOpen}
          aria-controls="navigation"
          @click=${() => (this.isMenuOpen = !this.isMenuOpen)}
        >
          ${words.menu}
        </button>
        <div class="who">
          ${grants.length > 1 ? this.#switch(grants) : html`<span>${this.grant?.name || words.everything}</span>`}
          ${
            pages.some(({ path }) => path === '/desk/account')
              ? html`<a href="/desk/account">${clerk.name}</a>`
              : html`<span>${clerk.name}</span>`
          }
          <button type="button" class="button plain" @click=${this.#signOut}>${words.signOut}</button>
        </div>
      </header>
    `
  }

  #switch(grants: readonly Grant[]) {
    return html`
      <select class="switch" aria-label=${words.actFor} @change=${this.#chooseGrant}>
        ${grants.map(
          (grant) => html`
            <option value=${grantKey(grant)} .selected=${grantKey(grant) === grantKey(this.grant!)}>
              ${grant.authority === null ? words.everything : grant.name}
            </option>
          `,
        )}
      </select>
    `
  }

  #navigation() {
    return html`
      <nav id="navigation" aria-label=${words.navigation} class=${this.isMenuOpen ? 'open' : ''}>
        ${navigation(this.grant, this.location?.page)}
      </nav>
    `
  }

  #content() {
    const { page } = this.location ?? {}
    const above = pages.find(({ path }) => path === page?.above)
    if (!this.location)
      return this.failure ? failed(this.failure, () => void this.#start()) : waiting(3, 7, 5)
    return html`
      ${above ? html`<p class="above"><a href=${above.path}>‹ ${above.label}</a></p>` : nothing}
      <h1 tabindex="-1">${this.heading}</h1>
      ${this.#below()}
    `
  }

  #below() {
    const refusal = this.#refusal
    if (refusal)
      return html`<p>${refusal.text}</p>
        <p><a href="/desk/">${words.noPage.way}</a></p>`
    if (this.failure) return failed(this.failure, () => location.reload())
    if (!this.shown) return waiting()
    return html`<div @desk-signed-in=${this.#onSignedIn}>${keyed(this.shown, this.shown)}</div>`
  }

  #signInDialog({ isFresh, done, giveUp }: SigningIn) {
    const { title, text } = isFresh ? words.confirm : words.sessionLost
    return html`
      <desk-dialog heading=${title} ?must-answer=${!isFresh} @desk-dialog-dismissed=${giveUp}>
        <p>${text}</p>
        <desk-sign-in-form .api=${this.#api} again @desk-signed-in=${done}></desk-sign-in-form>
      </desk-dialog>
    `
  }
}

define('desk-app', App)

declare global {
  interface HTMLElementTagNameMap {
    'desk-app': App
  }
}
