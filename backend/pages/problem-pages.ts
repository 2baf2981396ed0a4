import { html } from 'hono/html'
import { type ProblemCode, problems } from '@amtsweg/contract'
import { page } from './layout.ts'

const codes = Object.keys(problems) as ProblemCode[]

export const problemListPage = (): string =>
  page(
    'Problems',
    html`<p>Every way the API says no (RFC 9457). The code is stable; parse nothing else.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          ${codes.map(
            (code) =>
              html`<tr>
                <td>
                  <a href="/problems/${code}"><code>${code}</code></a>
                </td>
                <td>${problems[code].status}</td>
                <td>${problems[code].title}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  )

export const problemPage = (code: ProblemCode): string =>
  page(
    code,
    html`<p>${problems[code].title}. Status ${problems[code].status}.</p>
      <h2>What to do</h2>
      <p>${problems[code].advice}</p>`,
  )
