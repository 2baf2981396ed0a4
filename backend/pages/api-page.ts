import { html } from 'hono/html'
import { page } from './layout.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: {
    readonly type?: unknown
    readonly pattern?: string
    readonly enum?: readonly unknown[]
    readonly description?: string
    readonly default?: unknown
  }
}
interface Operation {
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>
}
interface ApiDocument {
  readonly paths?: Readonly<Record<string, { readonly get?: Operation }>>
}

/** The OpenAPI document as a person reads it. */
export const apiPage = (document: object): string => {
  const paths = Object.entries((document as ApiDocument).paths ?? {})
  return page(
    'API',
    html`<p>
        Free to read from any page, without a key. Machine-readable:
        <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
      </p>
      ${paths.map(([path, { get }]) => (get ? operation(path, get) : ''))}`,
  )
}

const operation = (path: string, { summary, parameters = [], responses = {} }: Operation) =>
  html`<section>
    <h2><code>GET ${path}</code></h2>
    <p>${summary ?? ''}</p>
    ${
      parameters.length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                <th scope="col">In</th>
                <th scope="col">Takes</th>
              </tr>
            </thead>
            <tbody>
              ${parameters.map(row)}
            </tbody>
          </table>`
        : ''
    }
    <ul>
      ${Object.entries(responses).map(([status, { description }]) => html`<li><strong>${status}</strong> ${description ?? ''}</li>`)}
    </ul>
  </section>`

const row = ({ name, in: place, required, schema = {} }: Parameter) =>
  html`<tr>
    <td><code>${name}</code>${required ? ' (required)' : ''}</td>
    <td>${place}</td>
    <td>${schema.description ?? takes(schema)}</td>
  </tr>`

const takes = ({ type, pattern, enum: values, default: standard }: NonNullable<Parameter['schema']>) =>
  [
    values ? values.join(' | ') : String(type ?? 'string'),
    pattern,
    standard === undefined ? '' : `default ${String(standard)}`,
  ]
    .filter(Boolean)
    .join(', ')
