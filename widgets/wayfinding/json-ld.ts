import { html, render } from 'lit'
import type { RichText, Service } from '@amtsweg/contract'

const plain = (text: RichText): string =>
  text
    .map((node) => (typeof node === 'string' ? node : plain(node.children ?? [])))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What a search engine may know of a service, in the words of schema.org. */
export function governmentService(service: Service, url: string): object {
  const { title, officialTitle, lang, leistungsschluessel, audience, modules, onlineServices } = service
  const teaser = ['24', '05'].flatMap((code) => modules.find((module) => module.code === code) ?? [])[0]
  const channels = [url, ...onlineServices.flatMap((link) => (link.url && !link.invented ? link.url : []))]
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: title,
    ...(officialTitle && { alternateName: officialTitle }),
    ...(teaser && { description: plain(teaser.content) }),
    ...(leistungsschluessel && { identifier: `urn:de:fim:leika:leistung:${leistungsschluessel}` }),
    audience: audience.map((audienceType) => ({ '@type': 'Audience', audienceType })),
    availableChannel: channels.map((serviceUrl) => ({ '@type': 'ServiceChannel', serviceUrl })),
    inLanguage: lang,
    url,
  }
}

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
