import type { ApiClient } from '@amtsweg/client'
import type {
  Checklist,
  KeywordPage,
  LifeSituationTree,
  RichText,
  Service,
  ServiceDeadlines,
  ServicePage,
  ServiceSummary,
  Source,
} from '@amtsweg/contract'
import { fakeClient } from '@amtsweg/kit/testing.ts'

const text = (...paragraphs: readonly string[]): RichText =>
  paragraphs.map((one) => ({ tag: 'p', children: [one] }))

export const sampleTree: LifeSituationTree = {
  items: [
    {
      id: 'ausweise',
      name: 'Ausweise & Urkunden',
      icon: 'id-card',
      services: 7,
      children: [
        { id: 'ausweis-und-pass', name: 'Personalausweis und Reisepass', services: 4, children: [] },
        { id: 'urkunden', name: 'Urkunden und Beglaubigungen', services: 3, children: [] },
      ],
    },
    {
      id: 'umzug',
      name: 'Umzug & Wohnen',
      icon: 'home',
      services: 7,
      children: [{ id: 'umziehen', name: 'Umziehen und anmelden', services: 7, children: [] }],
    },
    { id: 'hund', name: 'Tiere, Natur & Umwelt', icon: 'leaf', services: 2, children: [] },
  ],
  next: null,
}

const summary = (id: string, title: string, teaser?: string, online = false): ServiceSummary => ({
  id,
  title,
  ...(teaser && { teaser }),
  online,
  lang: 'de',
})

export const samplePage: ServicePage = {
  items: [
    summary('hund', 'Hund anmelden (Hundesteuer)', 'Ein Hund zieht ein? Melden Sie ihn an.', true),
    summary('hund-gefaehrlich', 'Gefährlichen Hund halten: Erlaubnis'),
    summary('fundtier', 'Gefundenes Tier melden'),
    summary('jagd', 'Jagdschein beantragen'),
    summary('angeln', 'Fischereischein beantragen'),
    summary('baum', 'Baum fällen: Genehmigung'),
  ],
  next: 'page-2',
}

export const sampleNextPage: ServicePage = {
  items: [summary('abfall', 'Sperrmüll abholen lassen')],
  next: null,
}

export const sampleKeywords: KeywordPage = {
  items: [
    {
      keyword: 'Abmeldung',
      see: 'Wegzug',
      services: [{ id: 'wohnsitz-ab', title: 'Wohnsitz abmelden' }],
    },
    {
      keyword: 'Ausweis',
      seeAlso: ['Reisepass', 'Übergangsausweis'],
      services: [
        { id: 'pa', title: 'Personalausweis beantragen' },
        { id: 'reisepass', title: 'Reisepass beantragen' },
      ],
    },
    { keyword: 'Äpfel ernten', services: [{ id: 'obst', title: 'Obstbaum der Gemeinde nutzen' }] },
  ],
  letters: [
    { letter: 'A', count: 3 },
    { letter: 'B', count: 2 },
    { letter: 'Q', count: 0 },
  ],
  next: null,
}

const byAmtsweg = { author: 'Amtsweg', source: 'texts' }

/** Everything that can be said of a service. */
export const sampleService: Service = {
  id: 'pa',
  identifier: { schemeAgencyId: 'amtsweg', schemeId: 'leistung', value: 'pa' },
  leistungsschluessel: '99008001012000',
  furtherKeys: [],
  regionKey: '13',
  title: 'Personalausweis beantragen',
  officialTitle: 'Personalausweis Ausstellung',
  lang: 'de',
  languages: ['de', 'en'],
  audience: ['citizen'],
  modules: [
    { code: '24', lang: 'de', content: text('Ihr Ausweis läuft ab oder ist weg?'), supplements: [] },
    { code: '05', lang: 'de', content: text('Sie beantragen ihn persönlich.'), supplements: [] },
    {
      code: '11',
      lang: 'de',
      content: [
        {
          tag: 'ol',
          children: [
            { tag: 'li', children: ['Vereinbaren Sie einen Termin.'] },
            { tag: 'li', children: ['Die Behörde prüft Ihre Angaben.'] },
            { tag: 'li', children: ['Holen Sie den Ausweis in der Behörde ab.'] },
          ],
        },
        {
          tag: 'p',
          children: [
            { tag: 'a', href: 'https://termine.example/', children: ['Termine'] },
            { tag: 'a', href: 'javascript:alert(1)', children: ['Falle'] },
          ],
        },
      ],
      supplements: [
        {
          regionKey: '130765668005',
          areaName: 'Banzkow',
          content: text('Fertige Ausweise liegen in der Außenstelle.'),
          provenance: {
            layer: 'gemeinde',
            regionKey: '130765668005',
            areaName: 'Banzkow',
            author: 'Gemeinde Banzkow',
            source: 'texts',
            updatedAt: '2026-11-12',
          },
        },
        {
          regionKey: '13076',
          areaName: 'Ludwigslust-Parchim',
          content: text('Parken ist im Hof möglich.'),
          provenance: {
            layer: 'kreis',
            regionKey: '13076',
            areaName: 'Ludwigslust-Parchim',
            author: 'Landkreis Ludwigslust-Parchim',
            source: 'texts',
            asOf: '2026-10-05',
          },
        },
      ],
    },
    { code: '25', lang: 'de', content: text('Sie können Widerspruch einlegen.'), supplements: [] },
  ],
  documents: [
    { name: 'Bisheriger Ausweis', required: true },
    { name: 'Geburtsurkunde', hint: 'beim ersten Ausweis', required: false },
  ],
  fees: [
    {
      kind: 'fixed',
      amountCents: 4600,
      currency: 'EUR',
      text: 'ab 24 Jahren',
      legalBasis: 'PAuswGebV § 1',
      legalUrl: 'https://www.gesetze-im-internet.de/pauswgebv/',
      advancePayment: true,
    },
    { kind: 'fixed', amountCents: 2760, currency: 'EUR', text: 'unter 24 Jahren', advancePayment: false },
    {
      kind: 'fixed',
      amountCents: 500,
      currency: 'EUR',
      text: 'Foto im Bürgerbüro',
      advancePayment: false,
      regionKey: '130765668005',
      provenance: {
        layer: 'gemeinde',
        regionKey: '130765668005',
        areaName: 'Banzkow',
        author: 'Gemeinde Banzkow',
        source: 'texts',
      },
    },
    {
      kind: 'text',
      currency: 'EUR',
      text: 'Wer bedürftig ist, kann um Erlass bitten.',
      advancePayment: false,
    },
  ],
  deadlines: [{ kind: 'duration', value: 2, unit: 'WOCHE', text: 'nach dem Umzug', runs: 'after' }],
  processingTime: { value: 3, upper: 4, unit: 'WOCHE', text: 'vor Ferien länger' },
  legalBasis: [
    { title: 'Personalausweisgesetz', url: 'https://www.gesetze-im-internet.de/pauswg/', invented: false },
  ],
  forms: [{ title: 'Vollmacht', url: 'https://formulare.example/vollmacht.pdf', invented: true }],
  onlineServices: [{ title: 'Termin und Antrag', url: 'https://online.example/pa', invented: true }],
  keywords: ['Perso'],
  lifeSituations: [{ id: 'ausweis-und-pass', name: 'Personalausweis und Reisepass' }],
  updatedAt: '2026-11-01',
  provenance: {
    ...byAmtsweg,
    layer: 'land',
    regionKey: '13',
    areaName: 'Mecklenburg-Vorpommern',
    updatedAt: '2026-11-01',
  },
  sources: ['texts'],
}

/** The same when nobody answers at some of its addresses. */
export const sampleServiceWithDeadLinks: Service = {
  ...sampleService,
  modules: sampleService.modules.map((module) =>
    module.code === '11'
      ? {
          ...module,
          content: [
            {
              tag: 'p',
              children: [
                'Wählen Sie ',
                {
                  tag: 'a',
                  href: 'https://termine.example/',
                  unreachableOn: '2026-11-20',
                  children: ['einen Termin'],
                },
                ' oder rufen Sie an.',
              ],
            },
          ],
        }
      : module,
  ),
  forms: sampleService.forms.map((form) => ({ ...form, unreachableOn: '2026-11-20' })),
  onlineServices: sampleService.onlineServices.map((one) => ({ ...one, unreachableOn: '2026-11-20' })),
}

/** The same in English, as far as somebody has translated it. */
export const sampleServiceInEnglish: Service = {
  ...sampleService,
  title: 'Apply for an identity card',
  lang: 'en',
  modules: sampleService.modules.map((module) =>
    module.code === '24'
      ? { ...module, lang: 'en', content: text('Is your identity card expiring or lost?') }
      : module,
  ),
}

/** Two weeks that would end on Good Friday. */
export const sampleDeadlines: ServiceDeadlines = {
  service: 'pa',
  from: '2026-03-20',
  land: { regionKey: '13', name: 'Mecklenburg-Vorpommern' },
  items: [
    {
      deadline: sampleService.deadlines[0]!,
      end: {
        from: '2026-03-20',
        countedTo: '2026-04-03',
        ends: '2026-04-07',
        moved: [
          { date: '2026-04-03', reason: 'holiday', name: 'Karfreitag' },
          { date: '2026-04-04', reason: 'saturday' },
          { date: '2026-04-05', reason: 'sunday' },
          { date: '2026-04-06', reason: 'holiday', name: 'Ostermontag' },
        ],
        skipped: [],
        rules: ['same-weekday', 'moved-on'],
      },
    },
  ],
}

export const sampleSources: readonly Source[] = [
  {
    id: 'texts',
    name: 'Beispieltexte',
    attribution: 'Texte von Amtsweg, keine amtliche Auskunft',
    licence: 'Apache-2.0',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    invented: true,
  },
]

/** Steps at all times, with and without a service. */
export const sampleChecklist: Checklist = {
  id: 'hund',
  title: 'Ein Hund zieht ein',
  intro: 'Das ist in den ersten Wochen zu tun.',
  lang: 'de',
  lifeSituation: { id: 'hund', name: 'Tiere, Natur & Umwelt' },
  steps: [
    {
      when: { moment: 'before', value: 4, unit: 'WOCHE' },
      text: 'Gilt die Rasse als gefährlich, brauchen Sie eine Erlaubnis.',
      service: { id: 'hund-gefaehrlich', title: 'Gefährlichen Hund halten: Erlaubnis', lang: 'de' },
      basis: 'HundehVO M-V',
    },
    { when: { moment: 'now' }, text: 'Schließen Sie eine Haftpflichtversicherung ab.' },
    {
      when: { moment: 'after', value: 2, unit: 'WOCHE' },
      text: 'Melden Sie den Hund zur Hundesteuer an.',
      service: { id: 'hund', title: 'Hund anmelden (Hundesteuer)', lang: 'de' },
    },
    { when: { moment: 'after' }, text: 'Tragen Sie die Marke am Halsband.' },
  ],
  updatedAt: '2026-11-25',
  source: { id: 'texts', name: 'Beispieltexte' },
}

/** A client that knows all samples; what is given comes first. */
export const wayfinderClient = (answers: Partial<ApiClient> = {}): ApiClient =>
  fakeClient({
    lifeSituations: async () => sampleTree,
    services: async ({ cursor }) => (cursor ? sampleNextPage : samplePage),
    suggest: async () => ({
      items: [
        { text: 'Perso', service: { id: 'pa', title: 'Personalausweis beantragen' }, matched: 'keyword' },
        {
          text: 'Personalausweis beantragen',
          service: { id: 'pa', title: 'Personalausweis beantragen' },
          matched: 'title',
        },
      ],
      next: null,
    }),
    checklists: async ({ q }) => ({ items: /hund.*gekauft/i.test(q) ? [sampleChecklist] : [], next: null }),
    keywords: async () => sampleKeywords,
    service: async (_, options) => (options?.lang === 'en' ? sampleServiceInEnglish : sampleService),
    deadlines: async () => sampleDeadlines,
    sources: async () => ({ items: [...sampleSources] }),
    ...answers,
  })
