import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { type ApiClient, ApiError, NetworkError } from '@amtsweg/client'
import type { ServiceDeadlines } from '@amtsweg/contract'
import { rememberPlace } from '@amtsweg/kit'
import { sampleDeadlines, sampleService, wayfinderClient } from './samples.ts'
import { failing, freshPage, patience, plain, waiting, wayfinder } from './testing.ts'

async function form(answers: Partial<ApiClient> = {}, lang = 'de') {
  const asked: unknown[] = []
  const client = wayfinderClient({
    deadlines: async (id, { from, area }) => {
      asked.push([id, from, area])
      return sampleDeadlines
    },
    ...answers,
  })
  const shown = await wayfinder({ service: 'pa' }, client, lang)
  await shown.appears('[part=count-deadline]')
  shown.find('[part=count-deadline] summary')!.click()
  await shown.appears('[part=date]')
  const field = shown.find<HTMLInputElement>('[part=date]')!
  const submit = () => shown.find('[part=count]')!.click()
  const count = (day: string) => {
    field.value = day
    submit()
  }
  const found = () => plain(shown.find('[part=counted]')!.innerText)
  return { ...shown, asked, field, submit, count, found }
}
describe('working out a deadline', () => {
  freshPage()

  it('asks one question and tells the last day first, then why', async () => {
    const { el, asked, count, found } = await form()
    count('2026-03-20')
    await waitUntil(() => found().startsWith('Bis Dienstag, 7. April 2026'), undefined, patience)
    expect(asked).to.deep.equal([['pa', '2026-03-20', '']])
    expect(found())
      .to.include('2 Wochen nach dem Umzug')
      .and.to.include('Freitag, 20. März 2026. Dieser Tag selbst zählt nicht mit (§ 187 BGB)')
      .and.to.include('Freitag, 3. April 2026 (Karfreitag), Samstag, 4. April 2026')
      .and.to.include('Feiertage: Mecklenburg-Vorpommern')
      .and.to.include('keine Rechtsauskunft')
    await expect(el).to.be.accessible()
  })

  it('speaks English', async () => {
    const { el, count, found } = await form({}, 'en')
    count('2026-03-20')
    await waitUntil(() => found().startsWith('Until Tuesday'), undefined, patience)
    expect(found()).to.include('no legal advice')
    await expect(el).to.be.accessible()
  })

  it('is sent with the Enter key and announced', async () => {
    const { field, found, find } = await form()
    field.value = '2026-03-20'
    field.focus()
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => found().startsWith('Bis'), undefined, patience)
    expect(find('[part=counted]')!.getAttribute('role')).to.equal('status')
  })

  it('says beside the field what is missing, and puts the reader there', async () => {
    const { el, root, field, submit, find, asked } = await form()
    submit()
    await waitUntil(() => find('#count-error'), undefined, patience)
    expect(root.activeElement).to.equal(field)
    expect(field.getAttribute('aria-describedby')).to.include('count-error')
    expect(find('#count-error')!.innerText).to.equal('Bitte geben Sie Tag, Monat und Jahr ein.')
    expect(asked).to.deep.equal([])
    await expect(el).to.be.accessible()
  })

  it('refuses a day out of reach without asking, and keeps what was typed', async () => {
    const { field, count, find, asked } = await form()
    count('1999-12-31')
    await waitUntil(() => find('#count-error'), undefined, patience)
    expect([field.value, asked.length]).to.deep.equal(['1999-12-31', 0])
  })

  it('takes the server’s word that a day cannot be used', async () => {
    const refusal = new ApiError({ status: 400, code: 'date-unusable' })
    const { field, count, find } = await form({ deadlines: failing(refusal) })
    count('2026-03-20')
    await waitUntil(() => find('#count-error'), undefined, patience)
    expect(field.value).to.equal('2026-03-20')
    expect(find('[part=counted] [part=state]')).to.equal(null)
  })

  it('offers to try again when nobody answers, with the day still there', async () => {
    let fails = true
    const { field, count, find, found, press, el } = await form({
      deadlines: async () => {
        if (fails) throw new NetworkError('no answer')
        return sampleDeadlines
      },
    })
    count('2026-03-20')
    await waitUntil(() => find('[part=counted] [part=retry]'), undefined, patience)
    await expect(el).to.be.accessible()
    fails = false
    press('Noch einmal versuchen')
    await waitUntil(() => found().startsWith('Bis'), undefined, patience)
    expect(field.value).to.equal('2026-03-20')
  })

  it('says that it is at work', async () => {
    const { count, found } = await form({ deadlines: waiting })
    count('2026-03-20')
    await waitUntil(() => found() === 'Wird geladen …', undefined, patience)
  })

  it('counts anew for another place, with the holidays of its Land', async () => {
    const { count, asked, found } = await form()
    count('2026-03-20')
    await waitUntil(() => found().startsWith('Bis'), undefined, patience)
    rememberPlace({ label: 'Banzkow', detail: '', regionKey: '130765668005' })
    await waitUntil(() => asked.length === 2, undefined, patience)
    expect(asked[1]).to.deep.equal(['pa', '2026-03-20', '130765668005'])
  })

  it('says where it counts backwards, leaves out holidays, or knows no Land', async () => {
    const mayDay = { date: '2026-05-01', reason: 'holiday', name: 'Maifeiertag' } as const
    const answer: ServiceDeadlines = {
      service: 'pa',
      from: '2026-05-06',
      items: [
        {
          deadline: { kind: 'duration', value: 3, unit: 'WERKTAG', runs: 'before', text: 'vor Beginn' },
          end: {
            from: '2026-05-06',
            countedTo: '2026-05-02',
            ends: '2026-04-30',
            moved: [mayDay],
            skipped: [mayDay],
            rules: ['werktage', 'moved-back'],
          },
        },
      ],
    }
    const { count, found: told } = await form({ deadlines: async () => answer })
    count('2026-05-06')
    await waitUntil(() => told().startsWith('Bis Donnerstag, 30. April 2026'), undefined, patience)
    expect(told())
      .to.include('Zurückgezählt von Mittwoch, 6. Mai 2026')
      .and.to.include('Nicht mitgezählt: Freitag, 1. Mai 2026 (Maifeiertag).')
      .and.to.include('also der Werktag davor')
      .and.to.include('Nur Feiertage aller Länder')
  })

  it('is not offered where nothing can be counted', async () => {
    const deadlines = [{ kind: 'text', text: 'unverzüglich' } as const]
    const client = wayfinderClient({ service: async () => ({ ...sampleService, deadlines }) })
    const { find, appears } = await wayfinder({ service: 'pa' }, client)
    await appears('[part=service]')
    expect(find('[part=count-deadline]')).to.equal(null)
  })
})
