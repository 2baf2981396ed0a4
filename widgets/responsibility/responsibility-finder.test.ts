import { expect, oneEvent, waitUntil } from '@open-wc/testing'
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands'
import { ApiError, markStale, OfflineError } from '@amtsweg/client'
import type { Responsibility } from '@amtsweg/contract'
import { rememberPlace } from '@amtsweg/kit'
import { fakeClient, sampleUnit } from '@amtsweg/kit/testing.ts'
import type {
  ResponsibilityAskedEvent,
  ResponsibilityFailedEvent,
  ResponsibilityMissedEvent,
  ResponsibilityResolvedEvent,
} from './events.ts'
import { sampleAmbiguous, sampleResolved, sampleTwoTiers, sampleUnrecorded } from './samples.ts'
import { answering, card, finder, focused } from './testing.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

describe('<amt-responsibility-finder>', () => {
  beforeEach(() => {
    sessionStorage.clear()
    rememberPlace(undefined)
  })

  describe('where service and area are given', () => {
    it('names the office at once', async () => {
      const { client, asked } = answering(sampleResolved)
      const { el, find, appears, text } = await finder(client)
      await appears(card)
      expect(asked.map(({ service, area }) => [service, area])).to.deep.equal([['pa', '130765654042']])
      expect(text()).to.include('Zuständig für „Personalausweis beantragen“ in Hagenow Heide')
      expect(find<HTMLElementTagNameMap['amt-office-card']>(card)!.unit).to.equal(sampleUnit)
      await expect(el).to.be.accessible()
    })

    it('shows who else takes part, folded', async () => {
      const { find, appears } = await finder(answering(sampleResolved).client)
      await appears('details')
      const other = find<HTMLDetailsElement>('details')!
      expect(other.open).to.be.false
      expect(other.querySelector('summary')!.innerText).to.include('Landkreis · Nimmt Ihre Unterlagen an')
      other.open = true
      await expect(other).to.be.accessible()
    })

    it('puts both tiers side by side where both decide', async () => {
      await setViewport({ width: 1280, height: 900 })
      const { el, appears } = await finder(answering(sampleTwoTiers).client)
      await appears(card)
      const [town, county] = [...el.shadowRoot!.querySelectorAll(card)]
      await waitUntil(() => town!.offsetHeight > 0 && county!.offsetHeight > 0, undefined, patience)
      expect(town!.offsetTop).to.equal(county!.offsetTop)
      expect([town!.note, county!.note]).to.deep.equal(['Amt, Stadt oder Gemeinde', 'Landkreis'])
      await expect(el).to.be.accessible()
    })

    it('says where a dissolved area belongs today', async () => {
      const { appears, text } = await finder(answering(sampleTwoTiers).client)
      await appears('[part=moved]')
      expect(text()).to.include('Kuhstorf gehört heute zu Hagenow Heide.')
    })

    it('says plainly that nobody is recorded, and whom to ask instead', async () => {
      const { el, appears, text, find } = await finder(answering(sampleUnrecorded).client)
      await appears(card)
      expect(text()).to.include('steht nicht in unseren Daten. Wir raten nicht.')
      expect(text()).to.include('Fragen Sie am besten hier nach')
      expect(find('slot')).to.exist
      await expect(el).to.be.accessible()
    })

    it('names the next higher area where not even its office is known', async () => {
      const { area } = sampleUnrecorded.fallback
      const { appears, text } = await finder(answering({ ...sampleUnrecorded, fallback: { area } }).client)
      await appears('[part=state]')
      expect(text()).to.include('Die nächsthöhere Verwaltung ist: Landkreis Ludwigslust-Parchim.')
    })

    it('shows the shape of the answer while it is looked for, and says so', async () => {
      const { el, find, text } = await finder(fakeClient({ responsibility: () => new Promise(() => {}) }))
      await waitUntil(() => find('.office-shape'), undefined, patience)
      expect(find('[role=status]')!.textContent).to.equal('Die zuständige Stelle wird gesucht …')
      expect(text()).to.include('Wer ist zuständig?')
      await expect(el).to.be.accessible()
    })

    it('explains a problem by its code, keeps the page’s own way, and tries again', async () => {
      const { client } = answering(new ApiError({ status: 404, code: 'service-unknown' }), sampleResolved)
      const { el, find, appears, text } = await finder(client)
      await appears('[part=retry]')
      expect(text()).to.include('Diese Leistung gibt es nicht oder nicht mehr.')
      expect(find('slot')).to.exist
      await expect(el).to.be.accessible()
      find('[part=retry]')!.click()
      await appears(card)
    })

    it('says that the reader is offline', async () => {
      const { appears, text } = await finder(answering(new OfflineError()).client)
      await appears('[part=retry]')
      expect(text()).to.include('Sie sind offline.')
    })

    it('shows what is still known with its time', async () => {
      const stale = markStale(sampleResolved, new Date('2026-11-23T09:00:00Z'))
      const { appears, text } = await finder(answering(stale).client)
      await appears(card)
      expect(text()).to.include('Angaben von 23.11.2026')
    })

    it('speaks English on an English page', async () => {
      const { appears, text, find } = await finder(answering(sampleResolved).client, undefined, 'en')
      await appears(card)
      expect(text()).to.include('Responsible for “Personalausweis beantragen” in Hagenow Heide')
      expect(find('section')!.lang).to.equal('en')
    })

    it('asks again when the page names another area', async () => {
      const { client, asked } = answering(sampleResolved)
      const { el, appears } = await finder(client)
      await appears(card)
      el.area = '13003000'
      await waitUntil(() => asked.length === 2, undefined, patience)
      expect(asked[1]!.area).to.equal('13003000')
    })
  })

  describe('where only the service is given', () => {
    const choosePlace = async () => {
      await sendKeys({ press: 'Tab' })
      await sendKeys({ type: 'viez' })
      await waitUntil(() => focused()?.ariaExpanded === 'true', undefined, patience)
      await sendKeys({ press: 'Enter' })
    }

    it('asks for the place, by keyboard alone, and moves on to the answer', async () => {
      const { client, asked } = answering(sampleResolved)
      const { el, appears, find } = await finder(client, 'service="pa"')
      await appears('amt-place-picker')
      await expect(el).to.be.accessible()
      await choosePlace()
      await appears(card)
      expect(asked[0]!.area).to.equal('130765654007')
      await waitUntil(() => focused() === find('[data-focus]'), undefined, patience)
      expect(focused()!.textContent).to.include('Zuständig für')
    })

    it('keeps the place in sight and lets the reader change it, with what was typed', async () => {
      const { appears, text, button, find } = await finder(answering(sampleResolved).client, 'service="pa"')
      await appears('amt-place-picker')
      await choosePlace()
      await appears(card)
      expect(text()).to.include('Ihr Ort: Viez')
      button('Ort ändern').click()
      await appears('amt-place-picker')
      await waitUntil(
        () => focused()?.role === 'combobox' || focused()?.getAttribute('role') === 'combobox',
        undefined,
        patience,
      )
      expect((focused() as HTMLInputElement).value).to.equal('Viez')
      expect(find(card)).to.be.null
    })

    it('uses the place of the visit without asking', async () => {
      rememberPlace({ label: '19230', detail: '', postcode: '19230' })
      const { client, asked } = answering(sampleResolved)
      const { appears } = await finder(client, 'service="pa"')
      await appears(card)
      expect(asked[0]!.postcode).to.equal('19230')
    })
  })

  describe('where the page names no service', () => {
    it('asks what it is about first, then where', async () => {
      const { client, asked } = answering(sampleResolved)
      const { el, appears, find, text, button } = await finder(client, '')
      await appears('amt-combobox')
      await expect(el).to.be.accessible()
      find('amt-combobox')!.focus()
      await waitUntil(() => focused()?.getAttribute('role') === 'combobox', undefined, patience)
      await sendKeys({ type: 'perso' })
      await waitUntil(() => focused()?.ariaExpanded === 'true', undefined, patience)
      await sendKeys({ press: 'ArrowDown' })
      await sendKeys({ press: 'Enter' })
      await appears('amt-place-picker')
      expect(text()).to.include('Ihr Anliegen: Personalausweis beantragen')
      expect(asked).to.deep.equal([])
      button('Anliegen ändern').click()
      await appears('amt-combobox')
      expect(find<HTMLElementTagNameMap['amt-combobox']>('amt-combobox')!.value).to.equal('Perso')
    })

    it('takes the only service that what was typed can mean', async () => {
      const { appears, find, text } = await finder(answering(sampleResolved).client, '')
      await appears('amt-combobox')
      find('amt-combobox')!.focus()
      await waitUntil(() => focused()?.getAttribute('role') === 'combobox', undefined, patience)
      await sendKeys({ type: 'perso' })
      await sendKeys({ press: 'Enter' })
      await appears('amt-place-picker')
      expect(text()).to.include('Personalausweis beantragen')
    })
  })

  describe('tells the page', () => {
    const heard = async <Heard extends Event>(
      name: keyof HTMLElementEventMap,
      answer: Responsibility | Error,
    ) => {
      const event = oneEvent(document.body, name) as unknown as Promise<Heard>
      await finder(answering(answer).client)
      return event
    }

    it('amt-responsibility-resolved', async () => {
      const event = await heard<ResponsibilityResolvedEvent>('amt-responsibility-resolved', sampleResolved)
      expect(event.responsibility).to.equal(sampleResolved)
      expect(event.composed).to.be.true
    })

    it('amt-responsibility-asked', async () => {
      const event = await heard<ResponsibilityAskedEvent>('amt-responsibility-asked', sampleAmbiguous(3))
      expect(event.responsibility.question.choices.length).to.equal(3)
    })

    it('amt-responsibility-missed', async () => {
      const event = await heard<ResponsibilityMissedEvent>('amt-responsibility-missed', sampleUnrecorded)
      expect(event.responsibility).to.equal(sampleUnrecorded)
    })

    it('amt-responsibility-failed', async () => {
      const error = new OfflineError()
      const event = await heard<ResponsibilityFailedEvent>('amt-responsibility-failed', error)
      expect(event.error).to.equal(error)
    })

    it('amt-place-chosen', async () => {
      const { el, appears } = await finder(answering(sampleResolved).client, 'service="pa"')
      await appears('amt-place-picker')
      const event = oneEvent(document.body, 'amt-place-chosen')
      await sendKeys({ press: 'Tab' })
      await sendKeys({ type: 'viez' })
      await sendKeys({ press: 'Enter' })
      expect((await event).target).to.equal(el)
    })
  })

  describe('fits', () => {
    afterEach(async () => {
      await setViewport({ width: 800, height: 600 })
      document.documentElement.removeAttribute('dir')
    })

    it('into 320 pixels without scrolling sideways', async () => {
      await setViewport({ width: 320, height: 800 })
      const { appears } = await finder(answering(sampleTwoTiers).client)
      await appears(card)
      expect(document.documentElement.scrollWidth).to.be.at.most(320)
    })

    it('into a page that is read from right to left', async () => {
      document.documentElement.dir = 'rtl'
      const { find, appears } = await finder(answering(sampleResolved).client)
      await appears(card)
      expect(find('section')!.dir).to.equal('ltr')
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth)
    })

    it('forced colours', async () => {
      await emulateMedia({ forcedColors: 'active' })
      const { el, appears } = await finder(answering(sampleAmbiguous(3)).client)
      await appears('input[type=radio]')
      await expect(el).to.be.accessible()
      await emulateMedia({ forcedColors: 'none' })
    })
  })
})
