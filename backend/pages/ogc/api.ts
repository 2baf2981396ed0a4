import { html } from 'hono/html'
import type { Html } from '../layout.ts'

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get?: { readonly summary: string; readonly parameters: readonly { readonly $ref: string }[] }
      }
    >
  >
  readonly components: {
    readonly parameters: Readonly<Record<string, { readonly name: string; readonly description: string }>>
  }
}

/** The operations of an OpenAPI document as a person reads them. */
export function apiOperations(document: object): Html {
  const { paths, components } = document as Description
  const parameter = ($ref: string) => components.parameters[$ref.slice($ref.lastIndexOf('/') + 1)]
  return html`${Object.entries(paths).map(
    ([path, { get }]) =>
      html`<section lang="en">
        <h2><code>GET ${path}</code></h2>
        <p>${get?.summary}</p>
        <ul>
          ${get?.parameters.map(({ $ref }) => html`<li><code>${parameter($ref)?.name}</code>: ${parameter($ref)?.description}</li>`)}
        </ul>
      </section>`,
  )}`
}
