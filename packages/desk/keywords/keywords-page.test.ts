import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { type Answers, fakeDesk, problem, sampleGrant } from '../shell/testing.ts'
import './keywords-page.ts'

const area = sampleGrant.regionKey!
const address = `/services/hund/keywords/${area}`
const told = (keywords: object, etag = '"a"') =>
  Response.json({ service: 'hund', regionKey: area, keywords }, { headers: { etag, 'amtsweg-change': '9' } })

async function open(query = 'service=hund', answers: Answers = {}) {
  const fake = fakeDesk({
    'GET /services': { items: [{ id: 'hund', title: 'Hund anmelden', lang: 'de' }], next: null },
    'GET /services/hund': { id: 'hund', title: 'Hund anmelden' },
    [`GET ${address}`]: () => Promise.resolve(told({ de: ['Waldi'], en: ['doggy'] })),
    ...answers,
  })
  const page = await fixture<HTMLElementTagNameMap['desk-keywords-page']>(
    html`<desk-keywords-page .desk=${fake.desk} .query=${new URLSearchParams(query)}></desk-keywords-page>`,
  )
  const root = page.shadowRoot!
  const area_ = async () => {
    await waitUntil(() => root.querySelector('textarea'))
    return root.querySelector('textarea')!
  }
  const type = async (text: string) => {
    const field = await area_()
    field.value = text
    field.dispatchEvent(new InputEvent('input'))
    await page.updateComplete
  }
  return {
    ...fake,
    page,
    root,
    field: area_,
    type,
    save: () => root.querySelector<HTMLButtonElement>('form .button')!.click(),
  }
}

describe('the keywords of a town', () => {
  it('are found by their service, by keyboard', async () => {
    const { root, page, field } = await open('')
    await expect(page).to.be.accessible()
    root.querySelector('input')!.focus()
    await sendKeys({ type: 'Hund' })
    await waitUntil(() => root.querySelector('.list button'))
    await expect(page).to.be.accessible()
    root.querySelector<HTMLElement>('.list button')!.focus()
    await sendKeys({ press: 'Enter' })
    expect((await field()).value).to.equal('Waldi')
  })

  it('are saved one to a line, with those in other languages, and can be undone', async () => {
    const { page, type, save, asked, notices } = await open('service=hund', {
      [`PUT ${address}`]: () => Promise.resolve(told({ de: ['Fiffi', 'Waldi'], en: ['doggy'] }, '"b"')),
    })
    await type('Waldi\n Fiffi ')
    await expect(page).to.be.accessible()
    save()
    await waitUntil(() => notices.length > 0)
    const sent = asked.find(({ method }) => method === 'PUT')!
    expect((sent.body as { keywords: object }).keywords).to.deep.equal({
      de: ['Waldi', 'Fiffi'],
      en: ['doggy'],
    })
    expect(notices[0]!.undo).not.to.equal(undefined)
    expect(page.isUnsaved).to.equal(false)
  })

  it('take a word that readers searched for in vain, and are saved by whoever agrees', async () => {
    const { root, page, field } = await open('keyword=Hundemarke&service=hund')
    await waitUntil(() => page.isUnsaved)
    await page.updateComplete
    expect((await field()).value).to.equal('Waldi\nHundemarke')
    expect(root.querySelector('section [role=status]')!.textContent).to.contain('noch nicht gespeichert')
    expect(root.querySelector<HTMLButtonElement>('form .button')!.disabled).to.equal(false)
    await expect(page).to.be.accessible()
  })

  it('are not taken twice', async () => {
    const { root, page, field } = await open('keyword=waldi&service=hund')
    await field()
    await waitUntil(() => root.querySelector('section [role=status]')!.textContent.includes('schon'))
    expect((await field()).value).to.equal('Waldi')
    expect(page.isUnsaved).to.equal(false)
  })

  it('are words: what is none is shown, and nothing is sent', async () => {
    const { root, page, type, save, asked } = await open()
    await type('...')
    save()
    await waitUntil(() => root.querySelector('[data-summary]'))
    expect(asked.some(({ method }) => method === 'PUT')).to.equal(false)
    await expect(page).to.be.accessible()
  })

  it('are put together where a colleague was faster', async () => {
    let isLate = false
    const { root, type, save, field } = await open('service=hund', {
      [`GET ${address}`]: () =>
        Promise.resolve(told({ de: isLate ? ['Bello', 'Waldi'] : ['Waldi'] }, isLate ? '"c"' : '"a"')),
      [`PUT ${address}`]: problem(412, 'precondition-failed'),
    })
    await type('Waldi\nFiffi')
    isLate = true
    save()
    await waitUntil(() => root.querySelector('[role=alert]'))
    expect((await field()).value).to.equal('Waldi\nFiffi\nBello')
  })
})
