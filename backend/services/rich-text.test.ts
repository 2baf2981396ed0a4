import fc from 'fast-check'
import { expect, test } from 'vitest'
import { richTags, RichText } from '@amtsweg/contract'
import { htmlOf, richTextOf, wordsOf } from './rich-text.ts'

const html = (foreign: string) => htmlOf(richTextOf(foreign))

test.each([
  ['plain words', 'Bitte Ausweis mitbringen', '<p>Bitte Ausweis mitbringen</p>'],
  ['blank lines part paragraphs', 'Eins\nzwei\n\n \nDrei\r\n', '<p>Eins<br>zwei</p><p>Drei</p>'],
  [
    'signs of plain words stay',
    'Einkommen < 500 & > 300 "netto"',
    '<p>Einkommen &lt; 500 &amp; &gt; 300 &quot;netto&quot;</p>',
  ],
  ['entities are read', 'Müll &amp; Abfall&nbsp;', '<p>Müll &amp; Abfall</p>'],
  ['empty paragraphs go', '<p> </p><p>&nbsp;<br></p><p>40 Euro<br><br></p>', '<p>40 Euro</p>'],
  ['two line breaks part paragraphs', '<p>a<br> <br>b<br>c</p>', '<p>a</p><p>b<br>c</p>'],
  [
    'loose words around blocks',
    'a <b>b</b><ul><li>c</li></ul>d',
    '<p>a <strong>b</strong></p><ul><li>c</li></ul><p>d</p>',
  ],
  ['a div is a paragraph', '<div>a<div>b</div><p>c</p></div>', '<p>a</p><p>b</p><p>c</p>'],
  ['other systems’ headings', '<h1>a</h1><h2>b</h2><h6>c</h6>', '<h3>a</h3><h3>b</h3><h4>c</h4>'],
  ['loose items become a list', '<li>a</li> <li>b</li>', '<ul><li>a</li><li>b</li></ul>'],
  ['a paragraph alone in an item', '<ul><li><p>a</p></li><li> </li></ul>', '<ul><li>a</li></ul>'],
  [
    'a list inside an item',
    '<ol><li>a<ul><li>b</li></ul></li></ol>',
    '<ol><li>a<ul><li>b</li></ul></li></ol>',
  ],
  [
    'a list beside an item',
    '<ul><li>a</li><ul><li>b</li></ul></ul>',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  ],
  ['words beside items', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
  [
    'table sections go, empty cells stay',
    '<table><caption>x</caption><tbody><tr><th>a</th><td></td></tr></tbody></table>',
    '<p>x</p><table><tr><th>a</th><td></td></tr></table>',
  ],
  ['terms and explanations', '<dl><dt>a<dd>b<p>c</p></dl>', '<dl><dt>a</dt><dd><p>b</p><p>c</p></dd></dl>'],
  ['blocks inside strong words', '<strong><p>a</p><p>b</p></strong>', '<p>a</p><p>b</p>'],
  [
    'joiners stay inside of words and emoji',
    '<p>می\u200cشود 👩🏽\u200d🚒 a\u200c b\u200d</p>',
    '<p>می\u200cشود 👩🏽\u200d🚒 a b</p>',
  ],
  ['white space is single', '<p>\n a \u200b <b> b </b>\n c</p>', '<p>a <strong>b </strong>c</p>'],
  ['emphasis within itself', '<b>a<b>b</b></b>', '<p><strong>ab</strong></p>'],
])('%s', (_name, foreign, expected) => {
  expect(html(foreign)).toBe(expected)
})

test('a link that leads nowhere safe leaves its words', () => {
  expect(html('<p><a href="javascript:x">a</a> <a href=" https://b.de/ ">b</a></p>')).toBe(
    '<p>a <a href="https://b.de/">b</a></p>',
  )
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="jAvAsCrIpT:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:x" style="position:fixed" onclick="x">x</a>',
  '<style>*{display:none}</style>',
  '<form action=https://evil.example><input name=a><button>x</button></form>',
  '<base href=https://evil.example><meta http-equiv=refresh content=0>',
  '<template><p>x</p></template><slot></slot>',
  '<p/onmouseover=alert(1)>x',
  '<<script>alert(1)//<</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<xmp><p title="</xmp><script>x</script>">',
  '<textarea><script>x</script></textarea><title></title>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>x</script>]]>',
  '\u202e<p>abc</p>\u0000',
]

const addresses = (nodes: RichText): string[] =>
  nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.href ? [node.href] : []), ...addresses(node.children ?? [])],
  )

function expectHarmless(foreign: string) {
  const tree = richTextOf(foreign)
  expect(RichText.safeParse(tree).success).toBe(true)
  for (const address of addresses(tree)) expect(address).toMatch(/^(?:https?:\/\/[^/@]+\/|mailto:|tel:)/)
  const tags = [...htmlOf(tree).matchAll(/<\/?([^\s>]+)(?: href="[^"<>]*")?>/g)].map(
    (match) => match[1] ?? '',
  )
  for (const tag of tags) expect(richTags).toContain(tag)
  expect(htmlOf(tree).replaceAll(/<\/?[a-z0-9]+(?: href="[^"<>]*")?>/g, '')).not.toMatch(/[<>]/)
  return tree
}

test.each(hostile)('nothing hostile comes out of %s', (foreign) => {
  expectHarmless(foreign)
})

const fragments = fc.constantFrom(
  ...hostile,
  ...richTags.flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...['<div>', '</div>', '<b>', '</b>', '<a href="https://a.de/x?y=1&z=2">', '<a href="mailto:a@b.de">'],
  ...['Wort', ' ', '\n', '\n\n', '&nbsp;', '&amp;', '<', '>', '"', "'", '§ 5', '<!--', '-->'],
)

test('whatever is mixed, only allowed tags and addresses come out, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fragments, fc.string()), { maxLength: 25 }), (parts) => {
      const tree = expectHarmless(parts.join(''))
      expect(richTextOf(htmlOf(tree))).toEqual(tree)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['open tags', '<ul><li>'.repeat(12_000)],
  ['open tags and foreign closing ones', '<em>'.repeat(12_000) + '</p>'.repeat(12_000)],
  ['half tags', '<'.repeat(100_000)],
  ['half addresses', '<a href="'.repeat(11_000)],
  ['entities', '&#65;'.repeat(20_000)],
  ['half entities', '&'.repeat(100_000)],
  ['blank lines', '\n '.repeat(50_000)],
  ['spaces in tags', `<p ${' '.repeat(99_000)}`],
  ['attributes', `<p ${'a=1 '.repeat(24_000)}>x`],
  ['comments', '<!--'.repeat(25_000)],
  ['line breaks', '<br>'.repeat(25_000)],
])('100,000 characters of %s are read before the test runs out of time', (_name, foreign) => {
  expectHarmless(foreign)
})

test('the words alone keep their lines', () => {
  expect(wordsOf(richTextOf('<h3>A</h3><p>b <b>c</b><br>d</p><ul><li>e</li></ul>'))).toBe('A\nb c\nd\ne')
})

const bareTags = ['p', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'h1', 'h3', 'h4', 'h6']
const bareSoup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...bareTags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
      fc.constantFrom('<br>', '<br/>', '<br />', ' ', '\n\n', 'a > b "c"', 'Frist: 2 Wochen', '\u00a0'),
    ),
    { maxLength: 45 },
  )
  .map((parts) => parts.join(''))

test('a text of plain tags becomes the same whether or not it is looked through for others', () => {
  fc.assert(
    fc.property(bareSoup, (soup) => {
      // An attribute that is taken out again is all it takes to be looked through.
      expect(richTextOf(`${soup}<p class="x"></p>`)).toEqual(richTextOf(`${soup}<p></p>`))
    }),
    { numRuns: 3_000 },
  )
})
