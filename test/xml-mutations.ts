/** A sound message of three records, made up. */
export const soundXml = `<?xml version="1.0" encoding="UTF-8"?>
<!-- synthetic -->
<x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" xmlns:xsi="urn:xsi" xzufiVersion="2.2.0">
  <x:nachrichtenkopf><x:sender>Erfundene Redaktion</x:sender></x:nachrichtenkopf>
  <x:schreibe><x:leistung>
    <x:id schemeAgencyID="L1" schemeID="kennung">4711</x:id>
    <x:modulText xsi:type="x:Text"><x:inhalt languageCode="de">&lt;p&gt;Gebühr: 12 &#8364; für „Müller &amp; Söhne“&lt;/p&gt;</x:inhalt></x:modulText>
    <x:hinweis><![CDATA[<b>nur mit Termin</b>]]> und <x:b/> mehr</x:hinweis>
  </x:leistung></x:schreibe>
  <x:loesche klasse="Leistung"><x:id>4712</x:id></x:loesche>
</x:transfer>
`

/** What most often matters to a parser. */
const words = [
  '<',
  '>',
  '/>',
  '</',
  '&',
  ';',
  '"',
  "'",
  '=',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE m [',
  '&#0;',
  '&#x10FFFF;',
  '&lt;',
  ':',
  'xmlns=""',
  ' xmlns:x="urn:x"',
  ' __proto__="1"',
  '<x:',
  '<a>',
  '</a>',
  '\0',
  '\r',
  '\uFEFF',
  '\uFFFF',
  '😀',
]
const bytes = [0x00, 0x0b, 0x3c, 0x80, 0xc0, 0xe2, 0xed, 0xf4, 0xff]

/** Changes a file in one to eight places: bytes replaced, cut out, repeated, or words of the language put between. */
export function mutate(original: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit)
  let file = Buffer.from(original)
  for (let left = 1 + below(8); left > 0; left -= 1) {
    const from = below(file.length + 1)
    const to = Math.min(file.length, from + below(40))
    const part = file.subarray(from, to)
    const replacement = [
      () => Buffer.from([bytes[below(bytes.length)] ?? 0]),
      () => Buffer.alloc(0),
      () => Buffer.concat(Array.from({ length: 1 + below(20) }, () => part)),
      () => Buffer.concat([Buffer.from(words[below(words.length)] ?? ''), part]),
      () => Buffer.from([below(256)]),
    ][below(5)]?.()
    file = Buffer.concat([file.subarray(0, from), replacement ?? part, file.subarray(to)])
  }
  return file
}
