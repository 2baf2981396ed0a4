import { expect } from '@open-wc/testing'
import { sampleUnit } from './testing.ts'
import { dialable, vCard } from './vcard.ts'

describe('a number to dial', () => {
  const cases: [string, string][] = [
    ['03871 71-0', '+493871710'],
    ['+49 (0)385 588-0', '+493855880'],
    ['0049 385 5880', '+493855880'],
    ['115', '115'],
  ]
  for (const [written, dialled] of cases) it(written, () => expect(dialable(written)).to.equal(dialled))
})

describe('a vCard', () => {
  const lines = vCard(sampleUnit).replace(/\r\n /g, '').split('\r\n')

  it('is version 4.0 of an organisation, from begin to end', () => {
    expect(lines.slice(0, 3)).to.deep.equal(['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org'])
    expect(lines.slice(-2)).to.deep.equal(['END:VCARD', ''])
  })

  it('escapes commas, semicolons and line breaks', () => {
    expect(lines).to.include('FN:Amt Hagenow-Land\\, Einwohnermeldeamt')
    expect(vCard({ ...sampleUnit, name: 'A;B\\C\nD' })).to.include('FN:A\\;B\\\\C\\nD')
  })

  it('holds address, phone, fax, mail, website and position', () => {
    expect(lines).to.include.members([
      'ADR;TYPE=work:;Zimmer 12;Bahnhofstraße 25;Hagenow;;19230;Deutschland',
      'TEL;VALUE=uri;TYPE="work,voice":tel:+49388361070',
      'TEL;VALUE=uri;TYPE="work,fax":tel:+493883610799',
      'EMAIL;TYPE=work:meldeamt@hagenow-land.example',
      'URL:https://hagenow-land.example/',
      'GEO:geo:53.4303,11.1896',
    ])
  })

  it('names the body the office belongs to', () =>
    expect(lines).to.include('ORG:Amt Hagenow-Land;Amt Hagenow-Land\\, Einwohnermeldeamt'))

  it('has no line longer than 75 octets and splits no character', () => {
    const card = vCard({ ...sampleUnit, name: 'Ä'.repeat(200) })
    for (const line of card.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75)
    expect(card.replace(/\r\n /g, '')).to.include(`FN:${'Ä'.repeat(200)}`)
  })
})
