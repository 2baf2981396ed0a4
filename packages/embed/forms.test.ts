import { expect, waitUntil } from '@open-wc/testing'
import { startLoader } from './loader.ts'
import { afterTwoFrames, openPage, patience } from './testing.ts'

const key = Symbol.for('amtsweg.loader')
const page = globalThis as unknown as Record<symbol, unknown>
const server = 'https://amtsweg.example'
const address = `${server}/embed/test-form?area=13`
const link = `<a href="${address}">Alle Dienste</a>`

/** What a loader makes of a page, and what it brings for it. */
function startOn(body: string) {
  const main = openPage(body)
  const loaded: string[] = []
  startLoader({
    widgets: { 'amt-test-form': {} },
    languages: /^de/,
    room: ':where(amt-test-form){min-block-size:5rem}',
    release: '1.0.0',
    from: `${server}/v1/embed.js`,
    load: async (file) => loaded.push(file),
  })
  return { main, loaded }
}

const made = (body: string) => startOn(body).main.innerHTML

describe('a div with data-amt', () => {
  const cases = [
    [
      'keeps its name and place, and what was in it is the fallback',
      `<div id="dienste" class="box" data-amt="test-form" data-area="13" data-deep-links="">${link}</div>`,
      `<div id="dienste" class="box" data-amt="test-form" data-area="13" data-deep-links=""><amt-test-form area="13" deep-links="">${link}</amt-test-form></div>`,
    ],
    [
      'keeps all that was in it',
      `<div data-amt="test-form">Rufen Sie an: <b>110</b><p>${link}</p></div>`,
      `<div data-amt="test-form"><amt-test-form>Rufen Sie an: <b>110</b><p>${link}</p></amt-test-form></div>`,
    ],
    [
      'may be empty',
      '<div data-amt="test-form"></div>',
      '<div data-amt="test-form"><amt-test-form></amt-test-form></div>',
    ],
    [
      'gives on only what a widget knows: no script, no style, no other server',
      '<div data-amt="test-form" data-onclick="alert(1)" data-style="color:red" data-api="https://evil.example" data-id="x" data-service="a"></div>',
      '<div data-amt="test-form" data-onclick="alert(1)" data-style="color:red" data-api="https://evil.example" data-id="x" data-service="a"><amt-test-form service="a"></amt-test-form></div>',
    ],
    [
      'says no with “false”',
      '<div data-amt="test-form" data-deep-links="false"></div>',
      '<div data-amt="test-form" data-deep-links="false"><amt-test-form></amt-test-form></div>',
    ],
    [
      'may stand in a list, a table or a footer',
      `<footer><ul><li><div data-amt="test-form">${link}</div></li></ul></footer>`,
      `<footer><ul><li><div data-amt="test-form"><amt-test-form>${link}</amt-test-form></div></li></ul></footer>`,
    ],
  ] as const
  for (const [name, before, after] of cases) it(name, () => expect(made(before)).to.equal(after))

  const left = [
    ['for a widget nobody knows', `<div data-amt="unknown">${link}</div>`],
    ['with a name that is none', `<div data-amt="test form>">${link}</div>`],
    ['without a name', `<div data-amt>${link}</div>`],
    ['inside an editor', `<section contenteditable=""><div data-amt="test-form">${link}</div></section>`],
    ['with the element in it already', '<div data-amt="test-form"><amt-test-form></amt-test-form></div>'],
  ] as const
  for (const [name, body] of left)
    it(`stays as it is ${name}`, () => {
      const before = document.createElement('main')
      before.append(document.createRange().createContextualFragment(body))
      expect(made(body)).to.equal(before.innerHTML)
    })
})

describe('a link to the server’s page of a widget', () => {
  const wrapped = [
    ['alone in its paragraph', `<p>${link}</p>`, `<amt-test-form area="13"><p>${link}</p></amt-test-form>`],
    [
      'with white space and a bold face',
      `<p class="lead">\n&nbsp;<strong>${link}</strong> </p>`,
      `<amt-test-form area="13"><p class="lead">\n&nbsp;<strong>${link}</strong> </p></amt-test-form>`,
    ],
    [
      'with options',
      `<p><a href="${server}/embed/test-form?service=99&amp;lang=pl&amp;deep-links=&amp;embedded=false&amp;api=x&amp;onclick=x#oben">A</a></p>`,
      `<amt-test-form service="99" lang="pl" deep-links=""><p><a href="${server}/embed/test-form?service=99&amp;lang=pl&amp;deep-links=&amp;embedded=false&amp;api=x&amp;onclick=x#oben">A</a></p></amt-test-form>`,
    ],
    [
      'between other paragraphs, which stay',
      `<h2>Dienste</h2><p>Vorher</p><p>${link}</p><p>Nachher</p>`,
      `<h2>Dienste</h2><p>Vorher</p><amt-test-form area="13"><p>${link}</p></amt-test-form><p>Nachher</p>`,
    ],
  ] as const
  for (const [name, before, after] of wrapped)
    it(`becomes the widget ${name}`, () => expect(made(before)).to.equal(after))

  const left = [
    ['in a sentence', `<p>Hier sind ${link}.</p>`],
    ['beside another link', `<p>${link}<a href="/">Start</a></p>`],
    ['beside a picture', `<p><img alt="">${link}</p>`],
    ['around a picture', `<p><a href="${address}"><img alt="Dienste"></a></p>`],
    ['in a heading', `<h2>${link}</h2>`],
    ['in a list', `<ul><li>${link}</li></ul>`],
    ['in a paragraph of a list', `<ul><li><p>${link}</p></li></ul>`],
    ['in a cell', `<table><tbody><tr><td><p>${link}</p></td></tr></tbody></table>`],
    ['in the navigation', `<nav><p>${link}</p></nav>`],
    ['in the footer', `<footer><p>${link}</p></footer>`],
    ['in a quotation', `<blockquote><p>${link}</p></blockquote>`],
    ['in no paragraph', `<div>${link}</div>`],
    ['in a teaser', `<div class="card">${link}</div>`],
    ['drawn as a button', `<p><a class="btn" href="${address}">Alle Dienste</a></p>`],
    ['that says so', `<p><a data-amt="link" href="${address}">Alle Dienste</a></p>`],
    ['within something that says so', `<div data-amt="link"><p>${link}</p></div>`],
    ['inside an editor', `<div contenteditable="true"><p>${link}</p></div>`],
    ['to another server', `<p><a href="https://other.example/embed/test-form">A</a></p>`],
    ['to another widget', `<p><a href="${server}/embed/unknown">A</a></p>`],
    [
      'to another folder whose name is as long',
      `<p><a href="${server}/other/test-form?of=/embed/">A</a></p>`,
    ],
    ['to a server whose name begins like ours', `<p><a href="${server}.evil/embed/test-form">A</a></p>`],
    [
      'to a server that has our name for a user',
      `<p><a href="https://amtsweg.example@evil/embed/test-form">A</a></p>`,
    ],
    ['that climbs out of the folder', `<p><a href="${server}/embed/../test-form">A</a></p>`],
    ['in a paragraph that is hidden', `<p hidden="">${link}</p>`],
    ['to a page below', `<p><a href="${server}/embed/test-form/more">A</a></p>`],
    ['that is an element’s fallback', `<amt-test-form><p>${link}</p></amt-test-form>`],
  ] as const
  for (const [name, body] of left) it(`stays a link ${name}`, () => expect(made(body)).to.equal(body))

  it('stays a link in a shadow root: whoever made that may make it anew', () => {
    const { main } = startOn('')
    const root = main.attachShadow({ mode: 'open' })
    root.append(document.createRange().createContextualFragment(`<p>${link}</p>`))
    ;(page[key] as { watch(root: ShadowRoot): void }).watch(root)
    expect(root.innerHTML).to.equal(`<p>${link}</p>`)
  })
})

describe('both forms', () => {
  for (const body of [`<p>${link}</p>`, `<div data-amt="test-form">${link}</div>`]) {
    it(`come near before they cost anything: ${body}`, async () => {
      const { loaded } = startOn(`<div class="gap"></div>${body}`)
      document.querySelector<HTMLElement>('.gap')!.style.blockSize = '5000px'
      await afterTwoFrames()
      await afterTwoFrames()
      expect(loaded).to.deep.equal([])
      expect(document.querySelector<HTMLElement>('amt-test-form')!.offsetHeight).to.equal(80)
      document.querySelector('amt-test-form')!.scrollIntoView()
      await waitUntil(() => loaded.length, undefined, patience)
    })

    it(`are found when they come later: ${body}`, async () => {
      const { main, loaded } = startOn('')
      const section = document.createElement('section')
      section.append(document.createRange().createContextualFragment(body))
      main.append(section)
      await waitUntil(() => loaded.length, undefined, patience)
      expect(main.querySelectorAll('amt-test-form')).to.have.length(1)
    })

    it(`leave the focus where it is, and change once it has gone: ${body}`, async () => {
      delete page[key]
      const { main, loaded } = startOn('<input />')
      main.append(document.createRange().createContextualFragment(body))
      const focused = main.querySelector('a')!
      focused.focus()
      await afterTwoFrames()
      expect(document.activeElement).to.equal(focused)
      expect(main.querySelector('amt-test-form')).to.equal(null)
      main.querySelector('input')!.focus()
      await waitUntil(() => loaded.length, undefined, patience)
      expect(focused.closest('amt-test-form')).to.not.equal(null)
    })
  }

  it('wait for a focus that moves on inside', async () => {
    const { main } = startOn('<input />')
    const body = `<div data-amt="test-form">${link}<a href="tel:115">115</a></div>`
    main.append(document.createRange().createContextualFragment(body))
    const [first, second] = main.querySelectorAll('a')
    first!.focus()
    await afterTwoFrames()
    second!.focus()
    await afterTwoFrames()
    expect(document.activeElement).to.equal(second)
    expect(main.querySelector('amt-test-form')).to.equal(null)
    second!.blur()
    await waitUntil(() => main.querySelector('amt-test-form'), undefined, patience)
  })

  it('leave alone a link that was taken out of its paragraph meanwhile', async () => {
    const { main } = startOn('')
    main.append(document.createElement('input'))
    main.append(document.createRange().createContextualFragment(`<p>${link}</p>`))
    const focused = main.querySelector('a')!
    focused.focus()
    await afterTwoFrames()
    // Keeps the focus. What is thrown in a later task fails the test.
    main.moveBefore(focused, null)
    focused.blur()
    await afterTwoFrames()
    expect(main.querySelector('amt-test-form')).to.equal(null)
  })

  it('are the same twice', () => {
    const { main } = startOn(`<div data-amt="test-form">${link}</div><p>${link}</p>`)
    const once = main.innerHTML
    ;(page[key] as { watch(root: Document): void }).watch(document)
    expect(main.innerHTML).to.equal(once)
  })
})
