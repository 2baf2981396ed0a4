import { expect } from '@open-wc/testing'
import { JsonLd } from './json-ld.ts'
import { sampleService } from './samples.ts'

const blocks = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')]

describe('what search engines are told', () => {
  it('is the service in the words of schema.org, at the address the reader is at', () => {
    const jsonLd = new JsonLd()
    jsonLd.show(sampleService)
    const told = JSON.parse(blocks()[0]!.textContent!)
    jsonLd.show(undefined)
    expect(told).to.deep.include({
      '@type': 'GovernmentService',
      name: 'Personalausweis beantragen',
      description: 'Ihr Ausweis läuft ab oder ist weg?',
      url: location.href,
    })
    expect(told.identifier.url).to.equal('urn:de:fim:leika:leistung:99008001012000')
  })

  it('names no online service that is made up', () => {
    const jsonLd = new JsonLd()
    jsonLd.show(sampleService)
    expect(blocks()[0]!.textContent).not.to.include('online.example')
    jsonLd.show(undefined)
  })

  it('is one block, of the service shown last, and can never run', () => {
    const jsonLd = new JsonLd()
    jsonLd.show(sampleService)
    jsonLd.show({ ...sampleService, title: '</script><script>alert(1)' })
    expect(blocks().map((block) => JSON.parse(block.textContent!).name)).to.eql(['</script><script>alert(1)'])
    jsonLd.show(undefined)
    expect(blocks()).to.eql([])
  })
})
