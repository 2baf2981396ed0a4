import { describe, expect, test } from 'vitest'
import { messages as durationsAr } from './durations/ar.ts'
import { messages as durationsPl } from './durations/pl.ts'
import { messages as durationsRu } from './durations/ru.ts'
import { messages as durationsUk } from './durations/uk.ts'
import { messages as placesAr } from './places/ar.ts'
import { messages as placesPl } from './places/pl.ts'
import { messages as placesRu } from './places/ru.ts'
import { messages as placesUk } from './places/uk.ts'
import { messages as statesAr } from './states/ar.ts'
import { messages as statesDe } from './states/de.ts'
import { messages as statesEn } from './states/en.ts'
import { messages as statesPl } from './states/pl.ts'
import { messages as statesRu } from './states/ru.ts'
import { messages as statesUk } from './states/uk.ts'
import { messages as wayfindingAr } from './wayfinding/ar.ts'
import { messages as wayfindingLeicht } from './wayfinding/de-x-leicht.ts'
import { messages as wayfindingFa } from './wayfinding/fa.ts'
import { messages as wayfindingNds } from './wayfinding/nds.ts'
import { messages as wayfindingPl } from './wayfinding/pl.ts'
import { messages as wayfindingRu } from './wayfinding/ru.ts'
import { messages as wayfindingTr } from './wayfinding/tr.ts'
import { messages as wayfindingUk } from './wayfinding/uk.ts'

const letter = (words: typeof wayfindingAr) => (count: number) =>
  words.letter('A', count).replace(/^A[,،] /, '')
/** Only the time, of what is said around it. */
const wait = (words: typeof statesAr) => (count: number) =>
  words
    .retryAfter(count)
    .replace(
      /^(?:Bitte warten Sie|Please wait|Proszę poczekać|Будь ласка, зачекайте|يرجى الانتظار) (.*)\.$/,
      '$1',
    )
const workdays = (words: typeof durationsAr) => (count: number) => words.workdays(`${count}`, count)

// prettier-ignore
describe.each([
  ['pl', wayfindingPl.services, ['1 usługa', '2 usługi', '5 usług', '11 usług', '21 usług', '100 usług']],
  ['pl', placesPl.areas, ['1 gmina', '2 gminy', '5 gmin', '11 gmin', '21 gmin', '100 gmin']],
  ['pl', workdays(durationsPl), ['1 dzień roboczy', '2 dni robocze', '5 dni roboczych', '11 dni roboczych', '21 dni roboczych', '100 dni roboczych']],
  ['pl', statesPl.search.results, ['1 propozycja', '2 propozycje', '5 propozycji', '11 propozycji', '21 propozycji', '100 propozycji']],
  ['pl', wait(statesPl), ['1 sekundę', '2 sekundy', '5 sekund', '11 sekund', '21 sekund', '100 sekund']],
  ['pl', letter(wayfindingPl), ['1 hasło', '2 hasła', '5 haseł', '11 haseł', '21 haseł', '100 haseł']],
  ['uk', placesUk.areas, ['1 громада', '2 громади', '5 громад', '11 громад', '21 громада', '100 громад']],
  ['uk', statesUk.search.results, ['1 варіант', '2 варіанти', '5 варіантів', '11 варіантів', '21 варіант', '100 варіантів']],
  ['uk', wait(statesUk), ['1 секунду', '2 секунди', '5 секунд', '11 секунд', '21 секунду', '100 секунд']],
  ['uk', letter(wayfindingUk), ['1 слово', '2 слова', '5 слів', '11 слів', '21 слово', '100 слів']],
  ['ru', statesRu.search.results, ['1 вариант', '2 варианта', '5 вариантов', '11 вариантов', '21 вариант', '100 вариантов']],
  ['ru', letter(wayfindingRu), ['1 слово', '2 слова', '5 слов', '11 слов', '21 слово', '100 слов']],
  ['ar', letter(wayfindingAr), ['كلمة واحدة', 'كلمتان', '5 كلمات', '11 كلمة', '21 كلمة', '100 كلمة']],
  ['ar', wait(statesAr), ['ثانية واحدة', 'ثانيتين', '5 ثوانٍ', '11 ثانية', '21 ثانية', '100 ثانية']],
  ['de', wait(statesDe), ['eine Sekunde', '2 Sekunden', '5 Sekunden', '11 Sekunden', '21 Sekunden', '100 Sekunden']],
  ['en', wait(statesEn), ['one second', '2 seconds', '5 seconds', '11 seconds', '21 seconds', '100 seconds']],
  ['uk', wayfindingUk.services, ['1 послуга', '2 послуги', '5 послуг', '11 послуг', '21 послуга', '100 послуг']],
  ['uk', workdays(durationsUk), ['1 робочий день', '2 робочі дні', '5 робочих днів', '11 робочих днів', '21 робочий день', '100 робочих днів']],
  ['nds', wayfindingNds.services, ['ein Deinst', '2 Deinsten', '5 Deinsten', '11 Deinsten', '21 Deinsten', '100 Deinsten']],
  ['de-x-leicht', wayfindingLeicht.services, ['ein Angebot', '2 Angebote', '5 Angebote', '11 Angebote', '21 Angebote', '100 Angebote']],
  ['ru', wayfindingRu.services, ['1 услуга', '2 услуги', '5 услуг', '11 услуг', '21 услуга', '100 услуг']],
  ['ru', placesRu.areas, ['1 муниципалитет', '2 муниципалитета', '5 муниципалитетов', '11 муниципалитетов', '21 муниципалитет', '100 муниципалитетов']],
  ['ru', workdays(durationsRu), ['1 рабочий день', '2 рабочих дня', '5 рабочих дней', '11 рабочих дней', '21 рабочий день', '100 рабочих дней']],
  ['ar', wayfindingAr.services, ['خدمة واحدة', 'خدمتان', '5 خدمات', '11 خدمة', '21 خدمة', '100 خدمة']],
  ['ar', placesAr.areas, ['بلدية واحدة', 'بلديتان', '5 بلديات', '11 بلدية', '21 بلدية', '100 بلدية']],
  ['ar', statesAr.search.results, ['اقتراح واحد', 'اقتراحان', '5 اقتراحات', '11 اقتراحًا', '21 اقتراحًا', '100 اقتراح']],
  ['ar', workdays(durationsAr), ['يوم عمل واحد', 'يوما عمل', '5 أيام عمل', '11 يوم عمل', '21 يوم عمل', '100 يوم عمل']],
  ['tr', wayfindingTr.services, ['1 hizmet', '2 hizmet', '5 hizmet', '11 hizmet', '21 hizmet', '100 hizmet']],
  ['fa', wayfindingFa.services, ['1 خدمت', '2 خدمت', '5 خدمت', '11 خدمت', '21 خدمت', '100 خدمت']],
])('%s', (_, say, wanted) =>
  test(wanted[2]!, () => expect([1, 2, 5, 11, 21, 100].map((count) => say(count))).toEqual(wanted)))

test('a span of days takes the form of its end', () => {
  expect(durationsRu.workdays(durationsRu.range('3', '5'), 5)).toBe('3 – 5 рабочих дней')
  expect(durationsAr.workdays(durationsAr.range('3', '5'), 5)).toBe('من 3 إلى 5 أيام عمل')
  expect(durationsAr.workdays(durationsAr.range('1', '2'), 2)).toBe('من 1 إلى 2 أيام عمل')
})

test('after a preposition Arabic inflects the pair that Intl gives in the nominative', () =>
  expect(durationsAr.range('1', 'أسبوعان')).toBe('من 1 إلى أسبوعين'))
