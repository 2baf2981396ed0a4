import { html } from 'hono/html'
import { listPublicCollections, sourceNote } from '../../geodata/index.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'

/** The collections that a map would show, each with a way to its list, which needs no script. */
export async function mapView({ db, question, ...ask }: Ask): Promise<View | undefined> {
  const { geodata: m } = meansOf({ db, question, ...ask }).words
  const asked = question.said.collections?.split(/[\s,]+/).filter(Boolean)
  const all = await listPublicCollections(db)
  const found = asked ? asked.flatMap((id) => all.find((one) => one.id === id) ?? []) : all
  const missing = asked?.filter((id) => !all.some((one) => one.id === id)) ?? []
  if (found.length === 0 && missing.length > 0) return undefined
  const body = html`${missing.map((id) => html`<p class="error">${m.missing(id)}</p>`)}
  ${found.length === 0 ? html`<p>${m.empty}</p>` : ''}
  ${found.map(
    (one) =>
      html`<div class="office" lang="de">
        <h2>${one.title}</h2>
        ${one.description ? html`<p>${one.description}</p>` : ''}
        <p>
          <a href="/ogc/collections/${encodeURIComponent(one.id)}/items?f=html"
            >${one.title}: ${m.found(`${one.version.features}`, `${one.version.features}`)}</a
          >
        </p>
        <p class="muted">${sourceNote(one)}</p>
      </div>`,
  )}`
  const [only] = found
  return { title: (found.length === 1 && only?.title) || m.heading, body }
}
