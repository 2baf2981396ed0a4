import { expect } from '@open-wc/testing'
import { freshPage, heading, wayfinder } from './testing.ts'

describe('navigation with deep links', () => {
  freshPage()

  it('gives each step an address, and the browser goes back', async () => {
    history.replaceState(null, '', '?theme=dark')
    const { appears, press, find } = await wayfinder({ 'deep-links': '', view: 'a-z' })
    await appears('[part=keywords]')
    expect(find<HTMLAnchorElement>('#item-0')!.search).to.equal('?theme=dark&amt-service=wohnsitz-ab')
    press('Abmeldung')
    await appears('[part=service]')
    expect(location.search).to.equal('?theme=dark&amt-service=wohnsitz-ab')
    history.back()
    await appears('[part=keywords]')
    expect(location.search).to.equal('?theme=dark')
  })

  it('begins where the address says', async () => {
    history.replaceState(null, '', '?amt-q=Hund&amt-audience=business')
    const { says, root } = await wayfinder({ 'deep-links': '' })
    await says('Hund anmelden')
    expect(heading(root)).to.equal('Treffer für „Hund“')
  })

  it('leaves the history alone where they are not wanted', async () => {
    const before = [history.length, location.href]
    const { appears, press, find } = await wayfinder({ view: 'a-z' })
    await appears('[part=keywords]')
    press('Abmeldung')
    await appears('[part=service]')
    expect([history.length, location.href]).to.deep.equal(before)
    find('[part=back]')!.click()
    await appears('[part=keywords]')
  })
})
