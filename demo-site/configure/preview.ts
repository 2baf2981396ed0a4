import { data } from './built.ts'
import { labelOf, readChoice } from './choice.ts'

/** A page of somebody else's, with the widget as the address says. It loads the same script as any other page. */
const choice = readChoice(location.search, data)

document.documentElement.lang = choice.page
document.querySelector<HTMLLinkElement>('link[data-foreign]')!.href = `/demo/foreign/${choice.look}.css`
if (choice.page === 'en')
  for (const text of document.querySelectorAll<HTMLElement>('[data-en]'))
    text.textContent = text.dataset['en']!

/** In 1998 a page was a table: the bar in its first cell, all else in the second. */
function layOutAsTable(): void {
  const row = document.createElement('table').insertRow()
  const bar = row.insertCell()
  bar.className = 'bar'
  bar.append(...document.querySelector('header')!.childNodes)
  row.insertCell().append(...document.querySelector('main')!.childNodes)
  document.body.replaceChildren(row.closest('table')!)
}
if (choice.look === 'year-1998') layOutAsTable()

const element = document.createElement(`amt-${choice.widget}`)
for (const [name, value] of Object.entries(choice.options)) element.setAttribute(name, value)
element.setAttribute('loading', 'eager')
const link = document.createElement('a')
link.href = `/embed/${choice.widget}`
link.textContent = labelOf(choice)
element.append(link)
document.querySelector('[data-widget]')!.append(element)

// As a site's script tag does; the name is no file of this page's build.
const script = '/v1/embed.js'
void import(/* @vite-ignore */ script)
