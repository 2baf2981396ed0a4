import { expect, fixture, html } from '@open-wc/testing'
import { html as lit, LitElement } from 'lit'
import { define } from './define.ts'
import { type Place, placeQuery, rememberedPlace, rememberPlace, VisitPlace } from './visit-place.ts'

class Visitor extends LitElement {
  readonly place = new VisitPlace(this)
  override render() {
    return lit`${this.place.now?.label}`
  }
}
define('amt-test-visitor', Visitor)

const wismar: Place = { label: 'Wismar', detail: 'Landkreis Nordwestmecklenburg', regionKey: '130740087087' }
const visitor = () => fixture<Visitor>(html`<amt-test-visitor></amt-test-visitor>`)

describe('the place of the visit', () => {
  beforeEach(() => rememberPlace(undefined))

  it('is told to every widget of the page', async () => {
    const [one, other] = [await visitor(), await visitor()]
    rememberPlace(wismar)
    await Promise.all([one.updateComplete, other.updateComplete])
    expect([one, other].map((el) => el.shadowRoot!.textContent)).to.deep.equal(['Wismar', 'Wismar'])
  })

  it('is known to a widget that comes later', async () => {
    rememberPlace(wismar)
    expect((await visitor()).place.now).to.deep.equal(wismar)
  })

  it('is forgotten on request', async () => {
    rememberPlace(wismar)
    rememberPlace(undefined)
    expect(rememberedPlace()).to.be.undefined
    expect(sessionStorage.length).to.equal(0)
  })

  it('lives as long as the page where storage is forbidden', () => {
    const { getItem, setItem } = Storage.prototype
    Storage.prototype.getItem = Storage.prototype.setItem = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
    rememberPlace(wismar)
    const known = rememberedPlace()
    Object.assign(Storage.prototype, { getItem, setItem })
    expect(known).to.deep.equal(wismar)
  })

  it('survives nonsense in storage', () => {
    sessionStorage.setItem('amt-place', '{')
    expect(rememberedPlace()).to.be.undefined
  })

  it('asks by region key where there is one, else by postcode', () => {
    expect(placeQuery(wismar)).to.deep.equal({ area: wismar.regionKey })
    expect(placeQuery({ label: '19230', detail: '', postcode: '19230' })).to.deep.equal({ postcode: '19230' })
  })
})
