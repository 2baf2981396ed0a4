import { html, nothing, type TemplateResult } from 'lit'
import type { GeoFinding, GeoReport } from '@amtsweg/contract'
import { uploadWords as words } from './upload-words.ts'

const severities: readonly GeoFinding['severity'][] = ['error', 'warning', 'note']

/** What the check of a file found: what it holds, then what is wrong with it, the gravest first. */
export const reportView = (report: GeoReport): TemplateResult => html`
  <p class=${report.publishable ? 'good' : 'bad'}>${report.publishable ? words.usable : words.unusable}</p>
  ${report.format === null ? nothing : facts(report)}
  ${severities.map((severity) =>
    findingsPart(
      severity,
      report.findings.filter((one) => one.severity === severity),
    ),
  )}
`

function facts({ format, layer, features, placeless, types, box, system, fields }: GeoReport) {
  const row = (term: string, told: unknown) =>
    told
      ? html`<div>
          <dt>${term}</dt>
          <dd>${told}</dd>
        </div>`
      : nothing
  const objects = [words.count(features), placeless ? words.placeless(placeless) : ''].filter(Boolean)
  return html`
    <dl class="facts">
      ${row(words.objects, objects.join(', '))}
      ${row(words.kinds, types.map(({ type, count }) => words.kind(type, count)).join(', '))}
      ${row(words.system, system === null ? '' : words.systemOf(system))}
      ${row(words.extent, box ? words.box(box) : '')} ${row(words.format, words.formatOf(format ?? ''))}
      ${row(words.layer, layer ?? '')}
      ${row(words.fields, fields.map(({ name, type }) => words.field(name, type)).join(', '))}
    </dl>
  `
}

const findingsPart = (severity: GeoFinding['severity'], findings: readonly GeoFinding[]) =>
  findings.length === 0
    ? nothing
    : html`
        <h4>${words.severities[severity]}</h4>
        <ul class="findings">
          ${findings.map(
            ({ words: told, positions, count }) =>
              html`<li>
                ${told}
                ${positions.length > 0 ? html`<span class="help">${words.where(positions, count)}</span>` : nothing}
              </li>`,
          )}
        </ul>
      `
