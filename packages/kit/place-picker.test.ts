import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { ApiClient } from '@amtsweg/client'
import { OfflineError } from '@amtsweg/client'
import type { AreaHit } from '@amtsweg/contract'
import { messages as places } from '@amtsweg/messages/places/de.ts'
import { messages as states } from '@amtsweg/messages/states/de.ts'
import type { PlaceChosenEvent, PlacePicker } from './place-picker.ts'
import { fakeClient, sampleHits } from './testing.ts'
import { rememberedPlace, rememberPlace } from './visit-place.ts'
import './combobox.ts'
import './place-picker.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

const [zarrentin, neverin, viez, postcode] = sampleHits as [AreaHit, AreaHit, AreaHit, AreaHit]
const finding = (...items: AreaHit[]): ApiClient => fakeClient({ areas: async () => ({ items, next: null }) })

async function picker(client: ApiClient) {
  const el = await fixture<PlacePicker>(
    html`<amt-place-picker .client=${client} .messages=${{ ...states, places }}></amt-place-picker>`,
  )
  const combobox = el.shadowRoot!.querySelector('amt-combobox')!
  await combobox.updateComplete
  const input = combobox.shadowRoot!.querySelector('input')!
  const lines = () =>
    [...combobox.shadowRoot!.querySelectorAll('li')].map((li) => li.innerText.replace(/\s*\n\s*/g, ' | '))
  const type = async (text: string) => {
    input.focus()
    await sendKeys({ type: text })
    await waitUntil(
      () => combobox.shadowRoot!.querySelector('[role=status]')!.textContent!.trim() !== '',
      undefined,
      patience,
    )
  }
  const chosen = () => oneEvent(el, 'amt-place-chosen') as unknown as Promise<PlaceChosenEvent>
  const locate = el.shadowRoot!.querySelector<HTMLButtonElement>('[part=locate]')!
  return { el, combobox, input, lines, type, chosen, locate }
}

/** Puts a position, or a reason why there is none, in the browser's place for the time of one test. */
function standAt(answer: GeolocationCoordinates | number) {
  const real = navigator.geolocation
  let asked = 0
  const geolocation = {
    getCurrentPosition(found: PositionCallback, failed: PositionErrorCallback) {
      asked++
      if (typeof answer === 'number') {
        failed({ code: answer, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: '' })
      } else found({ coords: answer, timestamp: 0 } as GeolocationPosition)
    },
  }
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation })
  return {
    get asked() {
      return asked
    },
    leave: () => Object.defineProperty(navigator, 'geolocation', { configurable: true, value: real }),
  }
}
const hagenow = { latitude: 53.43, longitude: 11.19 } as GeolocationCoordinates

describe('<amt-place-picker>', () => {
  beforeEach(() => rememberPlace(undefined))

  it('tells namesakes apart by Amt and Kreis, and knows former names', async () => {
    const { el, type, lines } = await picker(
      finding(zarrentin, neverin, { ...viez, formerName: 'Alt Viez' }, postcode),
    )
    await type('neuen')
    expect(lines()).to.deep.equal([
      'Neuenkirchen | Amt Zarrentin, Landkreis Ludwigslust-Parchim',
      'Neuenkirchen | Amt Neverin, Landkreis Mecklenburgische Seenplatte',
      'Viez | Ortsteil von Bandenitz · früher Alt Viez',
      '19230 | Hagenow und Umgebung',
    ])
    await expect(el).to.be.accessible()
  })

  it('tells the place with an event that leaves the shadow root, and remembers it for the visit', async () => {
    const { el, type, chosen } = await picker(finding(zarrentin, neverin))
    await type('neuen')
    const event = chosen()
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Enter' })
    const { place, composed, bubbles } = await event
    expect([composed, bubbles]).to.deep.equal([true, true])
    expect(place.regionKey).to.equal(neverin.regionKey)
    expect(rememberedPlace()).to.deep.equal(place)
    expect(el.value).to.equal('Neuenkirchen')
  })

  it('takes the only place that bears the name when Enter is pressed', async () => {
    const { type, chosen } = await picker(finding(viez, zarrentin))
    await type('viez')
    const event = chosen()
    await sendKeys({ press: 'Enter' })
    expect((await event).place.regionKey).to.equal(viez.regionKey)
  })

  it('never takes the first of several', async () => {
    const { el, type, combobox, input } = await picker(finding(zarrentin, neverin))
    await type('neuenkirchen')
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => combobox.error !== '', undefined, patience)
    expect(combobox.error).to.equal(states.search.chooseOne)
    expect(input.value).to.equal('neuenkirchen')
    expect(rememberedPlace()).to.be.undefined
    await expect(el).to.be.accessible()
  })

  it('says what is wrong when Enter is pressed and nobody answers', async () => {
    const { type, combobox } = await picker(fakeClient({ areas: () => Promise.reject(new OfflineError()) }))
    await type('vi')
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => combobox.error === states.problems.OfflineError, undefined, patience)
  })

  it('asks for the position only when the button is pressed', async () => {
    const position = standAt(hagenow)
    const asked: number[][] = []
    const { locate, chosen } = await picker(
      fakeClient({
        areaAt: async (lat, lon) => {
          asked.push([lat, lon])
          return viez
        },
      }),
    )
    await aTimeout(0)
    expect(position.asked).to.equal(0)
    const event = chosen()
    locate.click()
    expect((await event).place.label).to.equal('Viez')
    expect(asked).to.deep.equal([[53.43, 11.19]])
    position.leave()
  })

  for (const [why, answer, text] of [
    ['is refused', 1, places.locationRefused],
    ['cannot be found', 2, places.locationFailed],
  ] as const) {
    it(`says plainly that the position ${why}`, async () => {
      const position = standAt(answer)
      const { locate, combobox } = await picker(fakeClient())
      locate.click()
      await waitUntil(() => combobox.error === text, undefined, patience)
      position.leave()
    })
  }

  it('says plainly that no Gemeinde is known at the position', async () => {
    const position = standAt(hagenow)
    const { locate, combobox } = await picker(fakeClient({ areaAt: async () => undefined }))
    locate.click()
    await waitUntil(() => combobox.error === places.locationOutside, undefined, patience)
    position.leave()
  })
})
