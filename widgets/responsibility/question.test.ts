import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { rememberedPlace, rememberPlace } from '@amtsweg/kit'
import { messages } from '@amtsweg/messages/answers/de.ts'
import { matching } from './question.ts'
import { sampleAmbiguous, sampleChoices, sampleResolved } from './samples.ts'
import { answering, card, finder, focused } from './testing.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

describe('the one question', () => {
  beforeEach(() => rememberPlace({ label: '19230', detail: '', postcode: '19230' }))

  it('has radio buttons for up to six answers, and waits for one', async () => {
    const { el, appears, find, button, text } = await finder(
      answering(sampleAmbiguous(5)).client,
      'service="pa"',
    )
    await appears('input[type=radio]')
    expect(text()).to.include('mit Besendorf, Radelübbe, Viez, Zachun-Hof und weiteren')
    await expect(el).to.be.accessible()
    button('Weiter').click()
    await appears('[role=alert]')
    expect(text()).to.include('Bitte wählen Sie eine Antwort aus.')
    expect(focused()).to.equal(find('input[type=radio]'))
    await expect(el).to.be.accessible()
  })

  it('is answered by keyboard alone; the answer is remembered for the visit', async () => {
    const { client, asked } = answering(sampleAmbiguous(5), sampleResolved)
    const { appears, find } = await finder(client, 'service="pa"')
    await appears('input[type=radio]')
    find('input[type=radio]')!.focus()
    for (const press of ['ArrowDown', 'Enter']) await sendKeys({ press })
    await appears(card)
    expect(asked[1]!.area).to.equal('130765654001')
    expect(rememberedPlace()).to.include({ label: 'Bandenitz', regionKey: '130765654001' })
    await waitUntil(() => focused() === find('[data-focus]'), undefined, patience)
  })

  it('can be gone back to, with the answer still marked', async () => {
    const { client, asked } = answering(sampleAmbiguous(5), sampleResolved, sampleAmbiguous(5))
    const { appears, find, button } = await finder(client, 'service="pa"')
    await appears('input[type=radio]')
    find('input[type=radio][value="130765654003"]')!.click()
    button('Weiter').click()
    await appears(card)
    button('Zurück zur Frage').click()
    await appears('input[type=radio]')
    expect(asked[2]!.postcode).to.equal('19230')
    expect(find<HTMLInputElement>('input:checked')!.value).to.equal('130765654003')
  })

  it('is a field that knows the villages where there are more than six answers', async () => {
    const { client, asked } = answering(sampleAmbiguous(10), sampleResolved)
    const { el, appears, find } = await finder(client, 'service="pa"')
    await appears('amt-combobox')
    await expect(el).to.be.accessible()
    find('amt-combobox')!.focus()
    await waitUntil(() => focused()?.getAttribute('role') === 'combobox', undefined, patience)
    await sendKeys({ type: 'radelubbe' })
    await waitUntil(() => focused()?.ariaExpanded === 'true', undefined, patience)
    for (const press of ['ArrowDown', 'ArrowDown', 'Enter']) await sendKeys({ press })
    await appears(card)
    expect(asked[1]!.area).to.equal('130765654003')
  })

  it('is void when another widget of the page moves the visit elsewhere', async () => {
    const { client, asked } = answering(sampleAmbiguous(5), sampleResolved)
    const { appears, find, button } = await finder(client, 'service="pa"')
    await appears('input[type=radio]')
    find('input[type=radio]')!.click()
    button('Weiter').click()
    await appears(card)
    rememberPlace({ label: 'Wismar', detail: '', regionKey: '130740087087' })
    await waitUntil(() => asked.length === 3, undefined, patience)
    expect(asked[2]!.area).to.equal('130740087087')
  })

  it('forgets the answer to the question when the page names another service', async () => {
    rememberPlace({ label: '19230', detail: '', postcode: '19230' })
    const { client, asked } = answering(sampleAmbiguous(5), sampleResolved)
    const { el, appears, find, button } = await finder(client, 'service="pa"')
    await appears('input[type=radio]')
    find('input[type=radio]')!.click()
    button('Weiter').click()
    await appears(card)
    el.service = 'hund'
    await waitUntil(() => asked.length === 3, undefined, patience)
    await appears(card)
    expect(asked[2]!.area).to.equal('130765654000')
    expect(button('Zurück zur Frage')).to.be.undefined
  })
})

describe('what was typed finds a place', () => {
  const found = (text: string) =>
    matching(sampleChoices(10), text, messages).map(({ label, detail }) => [label, detail])

  it('by its name', () => expect(found('gamm')).to.deep.equal([['Gammelin', 'Amt Hagenow-Land']]))

  it('by a village, and says which', () =>
    expect(found('Viez')).to.deep.equal([['Bandenitz', 'Ortsteil Viez · Amt Hagenow-Land']]))

  it('without umlauts and ß, in any case', () => {
    expect(found('HULSEBURG').map(([label]) => label)).to.deep.equal(['Hülseburg'])
    expect(found('gross k').map(([label]) => label)).to.deep.equal(['Groß Krams'])
  })

  it('all of them before anything is typed', () => expect(found('')).to.have.length(10))

  it('none where nothing fits', () => expect(found('Wismar')).to.deep.equal([]))
})
