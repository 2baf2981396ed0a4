import type { RejectionCode } from '@amtsweg/contract'

/** What a clerk is told about a record that was left out. */
const reasons: Readonly<Record<RejectionCode, string>> = {
  unreadable: 'Der Datensatz ist nicht lesbar.',
  'field-missing': 'Eine Angabe fehlt',
  'field-invalid': 'Eine Angabe hat nicht die richtige Form',
  duplicate: 'Der Datensatz steht doppelt in der Datei.',
  taken: 'Der Datensatz gehört schon zu einer anderen Quelle.',
  'not-yours': 'Der Datensatz liegt außerhalb Ihres Gebiets.',
  reserved: 'Diesen Text gibt das Land oder der Bund vor. Schreiben Sie eine Ergänzung dazu.',
  'unit-unknown': 'Die genannte Stelle gibt es nicht. Legen Sie zuerst die Stelle an.',
  'service-unknown': 'Die genannte Leistung gibt es nicht.',
  empty: 'Der Text ist leer.',
}

/** Why a record was left out, in German, with the field where one is at fault. */
export function reasonFor(code: RejectionCode, field: string | null): string {
  const reason = reasons[code]
  if (/[.]$/.test(reason)) return reason
  return field ? `${reason}: ${field}.` : `${reason}.`
}
