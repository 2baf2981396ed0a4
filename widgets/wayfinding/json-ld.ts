import { html, render } from 'lit'
import type { Service } from '@amtsweg/contract'
import { governmentService } from '@amtsweg/messages/government-service.ts'

/**
 * Keeps a data block about the shown service in the page's head. A script that came out of a template can never run any
 * more, and for that reason alone Trusted Types let its text be set: measured in Chromium, where a script made by
 * `createElement` violates `require-trusted-types-for` however its text is set, though it is only data.
 */
export class JsonLd {
  #script: HTMLScriptElement | undefined
  #shown: Service | undefined

  show(service: Service | undefined): void {
    if (service === this.#shown) return
    this.#shown = service
    this.#script?.remove()
    this.#script = undefined
    if (!service) return
    const made = document.createDocumentFragment()
    render(html`<script type="application/ld+json"></script>`, made)
    this.#script = made.querySelector('script')!
    this.#script.append(JSON.stringify(governmentService(service, location.href)))
    document.head.append(this.#script)
  }
}
