import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { ApiClient } from '@amtsweg/client'
import { NetworkError } from '@amtsweg/client'
import { sampleChecklist, wayfinderClient } from './samples.ts'
import { failing, freshPage, heading, patience, plain, wayfinder } from './testing.ts'

describe('a question typed into <amt-wayfinder>', () => {
  freshPage()

  async function ask(q: string, client?: ApiClient, lang = 'de') {
    history.replaceState(null, '', `?amt-q=${encodeURIComponent(q)}`)
    const shown = await wayfinder({ 'deep-links': '' }, client, lang)
    await shown.appears('[part=results], [part=state], [part=checklist]')
    return shown
  }
  const stepsOf = (root: ShadowRoot) => [...root.querySelectorAll<HTMLElement>('.steps > li')]

  it('is answered first, in the order of time, and search comes below', async () => {
    const { el, root, find } = await ask('Hund gekauft')
    expect(find('#checklist')!.innerText).to.equal('Ein Hund zieht ein')
    expect([...root.querySelectorAll('h4')].map((one) => one.textContent)).to.deep.equal([
      'Mindestens 4 Wochen vorher',
      'Jetzt',
      'Frist: 2 Wochen',
      'Danach',
    ])
    expect(stepsOf(root)).to.have.length(4)
    const follows = find('[part=checklist]')!.compareDocumentPosition(find('[part=results]')!)
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0)
    expect(plain(find('[part=checklist] [part=source]')!.innerText)).to.contain('Beispieltexte · Stand')
    await expect(el).to.be.accessible()
  })

  it('is answered in English words on an English page', async () => {
    const { el, text } = await ask('Hund gekauft', undefined, 'en')
    expect(text()).to.contain('At least 4 weeks before').and.to.contain('Within 2 weeks')
    await expect(el).to.be.accessible()
  })

  it('keeps its ticks while the reader looks at a service, by keyboard alone', async () => {
    const { root, find, appears } = await ask('Hund gekauft')
    find<HTMLInputElement>('.step input')!.focus()
    await sendKeys({ press: 'Space' })
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Enter' })
    await appears('[part=service]')
    expect(location.search).to.contain('amt-service=hund-gefaehrlich')
    history.back()
    await waitUntil(() => find('[part=checklist]'), undefined, patience)
    expect(
      [...root.querySelectorAll<HTMLInputElement>('.step input')].map((box) => box.checked),
    ).to.deep.equal([true, false, false, false])
    find<HTMLInputElement>('.step input')!.click()
    const again = await ask('Hund gekauft')
    expect(again.find<HTMLInputElement>('.step input')!.checked).to.be.false
  })

  it('leads on to its life situation', async () => {
    const { press, root } = await ask('Hund gekauft')
    press('Mehr zu')
    await waitUntil(() => heading(root).includes('Tiere'), undefined, patience)
  })

  it('prints the checklist without what search has found', async () => {
    const { find } = await ask('Hund gekauft')
    expect(find('[part=results]')!.closest('.no-print')).to.exist
    expect(find('[part=checklist]')!.closest('.no-print')).to.be.null
  })

  it('is answered also where search finds nothing', async () => {
    const { find } = await ask(
      'Hund gekauft',
      wayfinderClient({ services: async () => ({ items: [], next: null }) }),
    )
    expect(find('[part=checklist]')).to.exist
    expect(find('[part=state]')).to.be.null
  })

  it('is not needed: search shows its results where there is no answer or it fails', async () => {
    const none = await ask('Hund anmelden')
    expect(none.find('[part=checklist]')).to.be.null
    const failed = await ask(
      'Hund gekauft',
      wayfinderClient({ checklists: failing(new NetworkError('no answer')) }),
    )
    expect(failed.find('[part=checklist]')).to.be.null
    expect(failed.find('[part=result]')).to.exist
  })

  it('is never asked for one word alone', async () => {
    const asked: string[] = []
    const client = wayfinderClient({
      checklists: async ({ q }) => {
        asked.push(q)
        return { items: [sampleChecklist], next: null }
      },
    })
    const { find } = await ask('Hund ', client)
    expect(find('[part=checklist]')).to.be.null
    await ask('Hund gekauft', client)
    expect(asked).to.deep.equal(['Hund gekauft'])
  })

  it('keeps the checklist while more results come', async () => {
    const { press, says, find } = await ask('Hund gekauft')
    press('Mehr anzeigen')
    await says('Sperrmüll')
    expect(find('[part=checklist]')).to.exist
  })
})
