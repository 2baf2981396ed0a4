/** How a reader says where. */
export const messages = {
  label: 'Ihr Ort oder Ihre Postleitzahl',
  help: 'Zum Beispiel „19370“ oder „Ludwigslust“. Auch Ortsteile sind möglich.',
  useLocation: 'Meinen Standort verwenden',
  locating: 'Ihr Standort wird ermittelt …',
  locationRefused: 'Ihr Standort ist nicht freigegeben. Bitte geben Sie Ihren Ort ein.',
  locationFailed: 'Ihr Standort lässt sich gerade nicht ermitteln. Bitte geben Sie Ihren Ort ein.',
  locationOutside: 'An Ihrem Standort kennen wir keine Gemeinde. Bitte geben Sie Ihren Ort ein.',
  former: (name: string) => `früher ${name}`,
  areas: (count: number) => (count === 1 ? 'eine Gemeinde' : `${count} Gemeinden`),
  chosen: (name: string) => `Ihr Ort: ${name}`,
  change: 'Ort ändern',
}
export type PlacesMessages = typeof messages
