import { expect } from '@open-wc/testing'
import { governmentService, JsonLd } from './json-ld.ts'
import { sampleService } from './samples.ts'

const blocks = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')]

describe('what search engines are told', () => {
  it('is the service in the words of schema.org', () => {
    expect(governmentService(sampleService, 'https://stadt.example/pa')).to.deep.include({
      '@type': 'GovernmentService',
      name: 'Personalausweis beantragen',
      description: 'Ihr Ausweis läuft ab oder ist weg?',
      identifier: 'urn:de:fim:leika:leistung:99008001012000',
    })
  })

  it('names no online service that is made up', () => {
    const told = JSON.stringify(governmentService(sampleService, 'https://stadt.example/pa'))
    expect(told).not.to.include('online.example')
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
