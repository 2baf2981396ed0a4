import { ApiError, OfflineError, TimeoutError } from '@amtsweg/client'
import type { ProblemCode } from '@amtsweg/contract'
import { words } from './words.ts'

/** What went wrong and what to do next, by the problem's code. */
export const sentences: Partial<Record<ProblemCode | (string & {}), string>> = {
  'invalid-query': 'Diese Angabe versteht der Server nicht. Prüfen Sie die Schreibweise.',
  'invalid-path': 'Diese Adresse gibt es nicht. Prüfen Sie sie, oder suchen Sie in der Liste.',
  'invalid-cursor': 'Die Liste hat sich inzwischen geändert. Laden Sie die Seite neu.',
  'query-too-long': 'Das ist zu lang. Suchen Sie mit weniger Wörtern.',
  'invalid-body': 'Einige Angaben stimmen noch nicht. Berichtigen Sie die gezeigten Felder.',
  'scope-missing': 'Das dürfen Sie in dieser Verwaltung nicht. Fragen Sie Ihre Administration.',
  'role-missing': 'Das dürfen Sie in dieser Verwaltung nicht. Fragen Sie Ihre Administration.',
  'authority-missing': 'Wählen Sie oben zuerst, für welche Verwaltung Sie arbeiten.',
  'session-missing': 'Bitte melden Sie sich an.',
  'session-expired': 'Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an.',
  'request-not-from-here':
    'Der Server erkennt diese Adresse nicht als seine. Rufen Sie den Arbeitsplatz unter seiner üblichen Adresse auf.',
  'sign-in-refused': 'E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides, auch die Feststelltaste.',
  'sign-in-too-often': 'Das waren zu viele Versuche hintereinander. Mit einem Passkey geht es sofort.',
  'sign-in-not-begun': 'Das hat zu lange gedauert. Beginnen Sie von vorn.',
  'second-factor-refused': 'Dieser Code gilt nicht. Warten Sie auf den nächsten.',
  'sign-in-again': 'Dafür müssen Sie sich noch einmal anmelden.',
  'password-wrong': 'Das jetzige Passwort stimmt nicht.',
  'password-too-common':
    'Dieses Passwort würde erraten. Nehmen Sie eines ohne Ihren Namen und ohne den Ort, zum Beispiel vier Wörter.',
  'invitation-invalid': 'Dieser Link gilt nicht oder wurde schon benutzt. Bitten Sie um einen neuen.',
  'passkey-refused': 'Der Passkey wurde nicht angenommen. Beginnen Sie von vorn.',
  'way-closed': 'Auf diesem Weg meldet man sich hier nicht an.',
  'provider-refused': 'Der Anmeldedienst hat Sie nicht bestätigt. Versuchen Sie es noch einmal.',
  'provider-unreachable': 'Der Anmeldedienst antwortet nicht. Versuchen Sie es später oder auf anderem Weg.',
  'account-unknown':
    'Zu diesem Konto gehört hier noch niemand. Bitten Sie Ihre Administration um eine Einladung.',
  'last-administrator':
    'Dann könnte niemand mehr verwalten. Machen Sie zuerst jemand anderes zur Administration.',
  'already-taken': 'Das gibt es schon. Wählen Sie etwas anderes.',
  'four-eyes-kept':
    'Das kann eine Person allein nicht abschalten. Eine zweite aus der Administration muss zustimmen.',
  'change-unknown': 'Diese Änderung ist nicht mehr aufbewahrt.',
  'not-undoable': 'Das lässt sich nicht mehr zurücknehmen. Schreiben Sie es neu.',
  'not-yours': 'Das gehört einer anderen Verwaltung. Nur sie kann es ändern.',
  'text-reserved':
    'Bund oder Land behalten sich diesen Text vor. Sie können ihn ergänzen, aber nicht ersetzen.',
  'kept-by-import': 'Das kommt aus einem Import. Ändern Sie es dort, wo es herkommt.',
  'still-named': 'Anderes verweist noch darauf. Lösen Sie zuerst diese Verweise.',
  'precondition-failed': 'Inzwischen hat jemand anderes etwas geändert. Vergleichen Sie beide Fassungen.',
  'precondition-missing': 'Diese Angaben sind inzwischen andere. Laden Sie die Seite neu.',
  'approval-needed': 'Hier muss eine zweite Person zustimmen, bevor etwas erscheint.',
  'draft-unknown': 'Diesen Entwurf gibt es nicht mehr. Vielleicht hat ihn jemand verworfen.',
  'draft-not-ready': 'So steht der Entwurf nicht mehr da. Laden Sie die Seite neu.',
  'own-draft': 'Sie haben an diesem Entwurf mitgeschrieben. Freigeben muss ihn jemand anderes.',
  'not-found': 'Das gibt es nicht oder nicht mehr.',
  'area-unknown': 'Dieses Gebiet gibt es nicht. Suchen Sie es mit seinem Namen.',
  'service-unknown': 'Diese Leistung gibt es nicht oder nicht mehr.',
  'person-unknown': 'Diese Person gibt es nicht oder nicht mehr.',
  'place-unknown': 'Diesen Ort gibt es nicht. Suchen Sie ihn mit seinem Namen.',
  'unit-unknown': 'Diese Stelle gibt es nicht oder nicht mehr.',
  'import-unknown': 'Diesen Import gibt es nicht oder nicht mehr.',
  'import-state': 'So weit ist dieser Import nicht, oder er ist schon weiter. Laden Sie die Seite neu.',
  'import-running':
    'Gerade wird eine andere Datei Ihrer Verwaltung bearbeitet. Versuchen Sie es gleich noch einmal.',
  'import-suspicious':
    'Die Datei sieht beschädigt aus. Bestätigen Sie ausdrücklich, dass das so gewollt ist.',
  'imports-full':
    'Auf dem Server ist für weitere Dateien gerade kein Platz. Löschen Sie Importe, die Sie nicht mehr brauchen, oder versuchen Sie es später.',
  'import-too-large': 'Die Datei ist zu groß. Packen Sie sie mit gzip, oder teilen Sie sie auf.',
  'import-not-text':
    'Das ist keine Textdatei. Speichern Sie eine Tabelle als CSV, und entpacken Sie Archive zuerst.',
  'collection-taken': 'Diese Kennung ist schon vergeben. Wählen Sie eine andere.',
  'outside-unavailable':
    'Der fremde Dienst antwortet gerade nicht richtig. Versuchen Sie es später noch einmal.',
  'harvest-unknown': 'Diese Kopie gibt es nicht mehr. Laden Sie die Liste neu.',
  'collection-unknown': 'Diese Sammlung gibt es nicht oder nicht mehr.',
  'version-unknown': 'Diese Fassung ist nicht mehr aufbewahrt. Laden Sie die Seite neu.',
  'link-report-unknown':
    'Diesen Eintrag gibt es nicht mehr: Der Link geht wieder, oder er steht nirgends mehr.',
  'subscription-unknown': 'Dieses Abonnement gibt es nicht mehr. Laden Sie die Seite neu.',
  'request-too-large': 'Das ist zu groß. Senden Sie weniger auf einmal.',
  'too-many-requests': 'Das waren zu viele Versuche hintereinander.',
  timeout: 'Der Server hat zu lange gebraucht. Versuchen Sie es noch einmal.',
  unavailable: 'Der Server ist gerade beschäftigt. Versuchen Sie es gleich noch einmal.',
  'internal-error': 'Das hat nicht geklappt; der Fehler liegt beim Server. Versuchen Sie es noch einmal.',
}

/** One or two German sentences about a failure, for a person who has to go on. */
export function problemText(error: unknown): string {
  if (error instanceof OfflineError)
    return 'Sie sind offline. Was Sie getippt haben, bleibt stehen. Versuchen Sie es wieder, sobald die Verbindung steht.'
  if (error instanceof TimeoutError) return sentences['timeout']!
  if (!(error instanceof ApiError))
    return 'Der Server antwortet nicht. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.'
  const sentence = textOfCode(error.code)
  return error.retryAfter ? `${sentence} ${words.retryAfter(error.retryAfter)}` : sentence
}

/** The same where only the code of the problem is known, as in the address a provider's way back ends at. */
export const textOfCode = (code: string): string =>
  (Object.hasOwn(sentences, code) ? sentences[code] : undefined) ?? sentences['internal-error']!
