import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'In wecker Gemeind?',
    ort: 'In weckern Uurt?',
    street: 'In wecker Strat?',
  },
  questionReason: 'In jeden Uurt is ein anner Amt dorför dor. Mit Ehr Antwuurt finnen wi dat richtige.',
  including: (names, more) => (more ? `mit ${names} un noch mihr` : `mit ${names}`),
  village: (name) => `Uurtsdeil ${name}`,
  choiceHelp: 'Sei känen ok nah einen Uurtsdeil säuken.',
  answerQuestion: 'Wieder',
  answerMissing: 'Säuken Sei sick ein Antwuurt ut.',
  back: 'Trüch nah de Frag',
  resolved: (service, area) =>
    area ? `Wecker för „${service}“ in ${area} dor is` : `Wecker för „${service}“ dor is`,
  found: (names) => `Funnen: ${names}`,
  others: 'Wecker noch mit dorbi is',
  role: {
    responsible: 'Seggt, wat gellt',
    contact: 'Gifft Rat un helpt',
    intake: 'Nimmt Ehr Poppieren an',
    involved: 'Is mit dorbi',
  },
  tier: {
    municipal: 'Amt, Stadt orrer Gemeind',
    county: 'Landkreis',
    state: 'Land',
    federal: 'Bund',
    other: 'Anner Städ',
  },
  movedFrom: (former, now) => `${former} hürt hüt tau ${now}.`,
  unrecorded: 'Wi weiten nich, wecker dorför dor is',
  unrecordedMeaning: (service, area) =>
    `Wecker för „${service}“ in ${area} dor is, steiht nich in uns’ Daten. Wi raden nich.`,
  here: 'disse Gegend',
  fallback: 'An’n besten fragen Sei hier nah',
  fallbackArea: (area) => `Dat nächste Amt dor bäben is: ${area}.`,
}
