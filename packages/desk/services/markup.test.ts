import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import type { RichNode } from '@amtsweg/contract'
import { editedText, htmlOfEdited, markupOf, readableText, treeOfMarkup } from './markup.ts'
import { htmlOf, treeOf } from './rich-html.ts'

const html = (markup: string) => htmlOf(treeOfMarkup(markup))

// prettier-ignore
const table: readonly (readonly [string, string])[] = [
  ['Ein Satz.', '<p>Ein Satz.</p>'],
  ['Eins\nzwei\n\nDrei', '<p>Eins<br>zwei</p><p>Drei</p>'],
  ['Sie brauchen:\n- Ausweis\n- Foto', '<p>Sie brauchen:</p><ul><li>Ausweis</li><li>Foto</li></ul>'],
  ['1. Termin\n2. Kommen', '<ol><li>Termin</li><li>Kommen</li></ol>'],
  ['- a\n\n- b', '<ul><li>a</li></ul><ul><li>b</li></ul>'],
  ['# Kosten\n10 Euro', '<h3>Kosten</h3><p>10 Euro</p>'],
  ['Das ist **sehr** *wichtig*.', '<p>Das ist <strong>sehr</strong> <em>wichtig</em>.</p>'],
  ['[Termin](https://a.example/x?y=1&z)', '<p><a href="https://a.example/x?y=1&amp;z">Termin</a></p>'],
  ['[Termin](a.example/x)', '<p><a href="https://a.example/x">Termin</a></p>'],
  ['[uns](amt@musterstadt.example)', '<p><a href="mailto:amt@musterstadt.example">uns</a></p>'],
  ['5 < 6 & "x"', '<p>5 &lt; 6 &amp; &quot;x&quot;</p>'],
  ['2 \\* 3', '<p>2 * 3</p>'],
  ['<script>', '<p>&lt;script&gt;</p>'],
  ['am 1. Januar', '<p>am 1. Januar</p>'],
]

const text = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', '*', '[', ']', '(', ')', '-', '1', '.', '#', '\\', '&', '<', 'ß'),
  minLength: 1,
})
const inline: fc.Arbitrary<RichNode> = fc.oneof(
  text,
  fc.record(
    { tag: fc.constant('strong' as const), children: fc.array(text, { minLength: 1, maxLength: 1 }) },
    { noNullPrototype: true },
  ),
  fc.record({ tag: fc.constant('br' as const) }, { noNullPrototype: true }),
)
const tree: fc.Arbitrary<RichNode[]> = fc.array(
  fc.oneof(
    fc.record(
      { tag: fc.constantFrom('p' as const, 'h3' as const), children: fc.array(inline) },
      { noNullPrototype: true },
    ),
    fc.record(
      {
        tag: fc.constantFrom('ul' as const, 'ol' as const),
        children: fc.array(
          fc.record(
            { tag: fc.constant('li' as const), children: fc.array(inline) },
            { noNullPrototype: true },
          ),
        ),
      },
      { noNullPrototype: true },
    ),
  ),
)

describe('text with marks', () => {
  for (const [markup, wanted] of table)
    it(`${JSON.stringify(markup)} is ${wanted}`, () => expect(html(markup)).to.equal(wanted))

  for (const [, wanted] of table)
    it(`comes back from ${wanted}`, () => expect(htmlOfEdited(editedText(wanted))).to.equal(wanted))

  it('says the same after a round, or is edited as HTML: nothing is lost by looking at it', () =>
    fc.assert(
      fc.property(tree, (nodes) => {
        const html = htmlOf(nodes)
        expect(htmlOfEdited(editedText(html))).to.equal(html)
      }),
    ))

  it('is said by marks wherever the text is an ordinary one', () => {
    const edited = editedText('<p>Kommen Sie.</p><ul><li>Ausweis</li><li><strong>Foto</strong></li></ul>')
    expect(edited).to.deep.equal({ text: 'Kommen Sie.\n\n- Ausweis\n- **Foto**', isHtml: false })
    expect(markupOf([{ tag: 'table', children: [] }])).to.equal(undefined)
  })

  it('never becomes anything but the tags we know, whatever is typed', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', 'a', '*', '[', ']', '(', ')', '\n', '- ', '"', 'javascript:', ' '),
        }),
        (typed) => {
          const tree = treeOf(html(typed))
          return tree !== undefined && !/href="javascript/i.test(html(typed))
        },
      ),
    ))

  it('keeps each word at its place for who reads it', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(
          '<p>a &amp; b</p>',
          'x **y** [z](https://a.example)',
          '<table><tr><td>1</td></tr></table>',
        ),
        fc.boolean(),
        (text, isHtml) => {
          return readableText({ text, isHtml }).length === text.length
        },
      ),
    ))
})

describe('HTML of the API', () => {
  for (const [name, foreign] of [
    ['a tag that is not closed', '<p>a'],
    ['one that was not opened', 'a</p>'],
    ['another tag', '<img>'],
    ['another attribute', '<p class="x">a</p>'],
    ['a sign alone', 'a < b'],
  ] as const)
    it(`is not read where there is ${name}`, () => expect(treeOf(foreign)).to.equal(undefined))
})
