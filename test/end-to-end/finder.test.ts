import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import {
  answer,
  button,
  choose,
  field,
  gemeindeField,
  office,
  placeField,
  serviceField,
  suggestion,
  words,
} from './reader.ts'

const stage = useStage()
const finder = '/demo/musterstadt/zustaendigkeit.html'

/** A reader who has said what it is about. */
async function about(text: string, line: RegExp): Promise<Page> {
  const page = await stage.open(finder)
  await choose(page, serviceField, text, line)
  return page
}
const identityCard = () => about('Personalausweis', /^Personalausweis beantragen/)

describe('a postcode of several bodies', () => {
  test('19230: the reader is asked for the Gemeinde, and finds it by its village', async () => {
    const page = await identityCard()
    await choose(page, placeField, '19230', /19230.*20 Gemeinden/)
    await choose(page, gemeindeField, 'Redefin', /Redefin/)
    const card = await office(page, 'Amt Hagenow-Land')
    expect(await card.innerText()).toMatch(/Öffnungszeiten[\s\S]*Montag/)
  })

  test('19230: the town itself is not part of the Amt around it', async () => {
    const page = await identityCard()
    await choose(page, placeField, '19230', /19230/)
    await choose(page, gemeindeField, 'Hagenow', /^Hagenow Landkreis/)
    await office(page, 'Bürgerbüro Hagenow')
  })

  test('19230: nobody is asked where the Landkreis answers for all of it', async () => {
    const page = await about('Waffenbesitzkarte', /Waffenbesitzkarte/)
    await choose(page, placeField, '19230', /19230/)
    await office(page, /Landkreis Ludwigslust-Parchim|Waffen/)
    expect(await field(page, gemeindeField).count()).toBe(0)
  })

  test.each([
    ['Wismar', /Wismar/],
    ['Gägelow', /Amt Grevesmühlen-Land/],
    ['Barnekow', /Amt Dorf Mecklenburg-Bad Kleinen/],
    ['Zierow', /Amt Klützer Winkel/],
  ])('23968: five Gemeinden of four bodies are seen at a glance; %s', async (gemeinde, body) => {
    const page = await identityCard()
    await choose(page, placeField, '23968', /23968/)
    await page.getByRole('group', { name: gemeindeField }).waitFor()
    expect(await page.getByRole('radio').count()).toBe(5)
    await answer(page, new RegExp(`^${gemeinde}`))
    await office(page, body)
  })

  test('19273 reaches into Lower Saxony, and both sides are offered', async () => {
    const page = await identityCard()
    await choose(page, placeField, '19273', /19273/)
    await page.getByRole('group', { name: gemeindeField }).waitFor()
    const offered = await page.getByRole('group', { name: gemeindeField }).innerText()
    expect(offered).toMatch(/Amt Neuhaus[\s\S]*Landkreis Lüneburg/)
    expect(offered).toMatch(/Teldau[\s\S]*Landkreis Ludwigslust-Parchim/)
    await answer(page, /^Teldau/)
    await office(page, /Boizenburg/)
  })

  test('an answer can be taken back, and the question comes again', async () => {
    const page = await identityCard()
    await choose(page, placeField, '23968', /23968/)
    await answer(page, /^Zierow/)
    await office(page, /Amt Klützer Winkel/)
    await button(page, words.back).click()
    await answer(page, /^Wismar/)
    await office(page, /Wismar/)
  })

  test('Weiter without an answer says what is missing and stays', async () => {
    const page = await identityCard()
    await choose(page, placeField, '23968', /23968/)
    await button(page, words.answerQuestion).click()
    await page.getByRole('alert').getByText(words.answerMissing).waitFor()
    await answer(page, /^Wismar/)
    await office(page, /Wismar/)
  })
})

describe('places that share a name', () => {
  test('Bülow: the list tells the two apart, and each leads to its own Amt', async () => {
    const page = await identityCard()
    await field(page, placeField).pressSequentially('Bülow')
    await suggestion(page, /Amt Crivitz/).waitFor()
    await suggestion(page, /Amt Rehna/).click()
    await office(page, 'Amt Rehna')
    await button(page, words.places.change).click()
    await choose(page, placeField, 'Bülow', /Amt Crivitz/)
    await office(page, 'Amt Crivitz')
  })

  test('Stralendorf typed with Enter is never guessed: the reader is asked to choose', async () => {
    const page = await identityCard()
    await field(page, placeField).fill('Stralendorf')
    await field(page, placeField).press('Enter')
    await page.getByText(words.search.chooseOne).waitFor()
    await suggestion(page, /Amt Parchimer Umland/).click()
    await office(page, 'Amt Parchimer Umland')
  })
})

describe('places as people call them', () => {
  test('a village leads to the Gemeinde it belongs to', async () => {
    const page = await identityCard()
    await choose(page, placeField, 'Banzin', /Banzin.*Vellahn/)
    await office(page, /Amt Zarrentin/)
  })

  test('a Gemeinde that was dissolved leads to its successor, and says so', async () => {
    const page = await identityCard()
    await choose(page, placeField, 'Gischow', /Lübz.*früher Gischow/)
    await office(page, 'Amt Eldenburg Lübz')
  })

  test('a page that still carries the old key gets the successor, and says so', async () => {
    const page = await stage.open(finder)
    await page.evaluate(() => {
      const widget = document.querySelector('amt-responsibility-finder')!
      widget.setAttribute('service', 'mv-personalausweis')
      widget.setAttribute('area', '130765655043')
    })
    await page.getByText(words.movedFrom('Gischow', 'Lübz')).waitFor()
    await office(page, 'Amt Eldenburg Lübz')
  })
})

describe('where there is no answer', () => {
  test('a place nobody knows is said to be unknown, and typing goes on', async () => {
    const page = await identityCard()
    await field(page, placeField).fill('Xyzhausen')
    await page.getByText(words.search.none('Xyzhausen')).waitFor()
    await choose(page, placeField, 'Zierow', /Zierow/)
    await office(page, /Amt Klützer Winkel/)
  })

  test('an unrecorded responsibility is said plainly, with somebody who can be asked', async () => {
    const page = await about('Grundbuch', /Grundbuchauszug/)
    await choose(page, placeField, 'Lübz', /^Lübz/)
    await page.getByRole('heading', { name: words.unrecorded }).waitFor()
    await page.getByText(words.unrecordedMeaning('Grundbuchauszug erhalten', 'Lübz')).waitFor()
    await office(page, 'Amt Eldenburg Lübz')
  })
})

test('the place is asked once: the second service of a visit has its office at once', async () => {
  const page = await identityCard()
  await choose(page, placeField, 'Zierow', /Zierow/)
  await office(page, /Amt Klützer Winkel/)
  await button(page, words.changeService).click()
  await choose(page, serviceField, 'Hund anmelden', /Hund/)
  await office(page, /Amt Klützer Winkel/)
  expect(await field(page, placeField).count()).toBe(0)

  await page.goto('/demo/beispielhagen/zustaendigkeit.html')
  await choose(page, serviceField, 'Wohngeld', /Wohngeld/)
  await office(page, /./)
  expect(await field(page, placeField).count()).toBe(0)
})

test('two tiers that both act stand side by side, and the town of its own beside its Landkreis is known', async () => {
  const page = await about('Baugenehmigung', /Baugenehmigung/)
  await choose(page, placeField, 'Zierow', /Zierow/)
  await office(page, /Landkreis Nordwestmecklenburg|Bau/)
  await button(page, words.places.change).click()
  await choose(page, placeField, 'Wismar', /^Wismar/)
  await office(page, /Wismar/)
})
