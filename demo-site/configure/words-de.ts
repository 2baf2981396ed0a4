/** What the configurator says, in the language of those who read it first. */
export const words = {
  title: 'Dienste einbinden',
  lead: 'Wählen Sie, was auf Ihrer Website erscheinen soll. Sie bekommen den Code zum Einfügen und die passenden Zeilen für die Sicherheitsregeln Ihres Servers.',
  otherLanguage: 'English',
  home: 'Zur Vorführung',
  toCode: 'Gleich zum Code',
  private:
    'Diese Seite speichert nichts und fragt niemanden außer diesem Server. Ihre Auswahl steht in der Adresszeile: Sie können sie als Lesezeichen ablegen oder weitergeben.',
  offline:
    'Sie sind offline. Die Suche nach Orten und die Vorschau brauchen eine Verbindung; der Code stimmt trotzdem.',
  widget: {
    legend: 'Was soll erscheinen?',
    names: {
      wayfinder: [
        'Behördenwegweiser',
        'Leistungen suchen und verstehen: Kosten, Unterlagen, Fristen, zuständige Stelle.',
      ],
      directory: ['Verzeichnis', 'Personen, Stellen und Themen suchen: Telefon, E-Mail, Zeiten, Vertretung.'],
      'map-viewer': ['Karte und Liste', 'Orte einer Sammlung suchen, filtern und nachlesen.'],
      'responsibility-finder': [
        'Zuständigkeitsfinder',
        'Nennt die Stelle, die an einem Ort für eine Leistung zuständig ist.',
      ],
    } as Readonly<Record<string, readonly [name: string, text: string]>>,
  },
  options: {
    legend: 'Wie soll es sich verhalten?',
    more: 'Weitere Einstellungen',
    all: 'Keine Vorgabe',
    remove: 'Entfernen',
    failed: 'Die Liste ist gerade nicht zu laden. Sie können die Kennung von Hand eintragen.',
    unknownArea: 'Dieser Schlüssel ist auf diesem Server nicht bekannt.',
    names: {
      area: [
        'Gemeinde, Amt, Kreis oder Land',
        'Nur dieses Gebiet. Ohne Vorgabe werden Ihre Besucher gefragt, wo sie wohnen, wenn es darauf ankommt.',
      ],
      service: ['Leistung', 'Beginnt mit dieser Leistung, zum Beispiel auf der Seite „Personalausweis“.'],
      'life-situation': ['Lebenslage', 'Beginnt mit dieser Lebenslage.'],
      view: ['Beginnt mit', 'Was Besucher zuerst sehen.'],
      collections: [
        'Sammlungen',
        'Kennungen der Sammlungen, mit Komma dazwischen, zum Beispiel „spielplaetze,kitas“.',
      ],
      filter: ['Nur Einträge, für die gilt', 'Eine Bedingung in CQL2, zum Beispiel: wasser = true'],
      'base-map': ['Untergrund', 'Ohne Vorgabe die Grenzen des Gebiets. Andere Server werden nie gefragt.'],
      center: ['Mitte der Karte', 'Breite und Länge mit Komma dazwischen, zum Beispiel: 53.63,11.41'],
      zoom: ['Maßstab', 'Wie bei Karten im Netz: 6 zeigt Deutschland, 12 eine Stadt, 18 ein Haus.'],
      cluster: ['Punkte zusammenfassen', 'Was dicht beieinander liegt, wird ein Punkt mit einer Zahl.'],
      height: ['Höhe der Karte', 'In Pixeln oder als Länge: 480, 60vh'],
      projection: ['Koordinatensystem', 'EPSG-Nummer: 25832 (ohne Vorgabe), 25833, 5650, 4647 oder 3857.'],
      lang: ['Sprache', 'Ohne Vorgabe die Sprache Ihrer Seite.'],
      theme: ['Aussehen', '„Wie Ihre Seite“ übernimmt Schrift und Farben.'],
      scheme: ['Hell oder dunkel', 'Ohne Vorgabe wie Ihre Seite.'],
      loading: ['Laden', 'Ohne Vorgabe erst, wenn Besucher in die Nähe kommen.'],
      'deep-links': [
        'Ansichten in der Adresszeile',
        'Was gezeigt wird, lässt sich verlinken, und „Zurück“ im Browser führt einen Schritt zurück. Nur für ein Widget je Seite.',
      ],
      uncounted: [
        'Suchen nicht zählen',
        'Auf dieser Seite wird nicht gezählt, ob Suchen etwas gefunden haben.',
      ],
      embedded: ['Ohne eigene Überschrift', 'Wenn Ihre Seite schon eine hat.'],
    } as Readonly<Record<string, readonly [label: string, help: string]>>,
    languages: { 'de-x-leicht': 'Leichte Sprache', nds: 'Plattdeutsch' } as Readonly<Record<string, string>>,
    values: {
      'base-map': { outlines: 'Grenzen', none: 'Nichts' },
      view: { search: 'Suche', 'life-situations': 'Lebenslagen', 'a-z': 'A bis Z' },
      theme: { host: 'Wie Ihre Seite', kern: 'KERN-Designsystem', contrast: 'Hoher Kontrast' },
      scheme: { light: 'Hell', dark: 'Dunkel', system: 'Wie das Gerät' },
      loading: { eager: 'Sofort', lazy: 'In der Nähe' },
    } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  },
  preview: {
    heading: 'Vorschau',
    frame: 'Das Widget auf einer Beispielseite',
    look: 'Auf einer Seite',
    looks: {
      light: 'hell',
      dark: 'dunkel',
      framework: 'mit CSS-Framework',
      'content-system': 'mit Standardvorlage',
      'block-theme': 'mit Block-Theme',
      'sets-everything': 'die alles zurücksetzt',
      'year-1998': 'von 1998',
    },
    width: 'Breite',
    widths: { wide: 'Schreibtisch', narrow: 'Telefon' },
  },
  code: {
    heading: 'Code',
    system: 'Womit ist Ihre Website gemacht?',
    systems: {
      html: 'HTML oder etwas anderes',
      wordpress: 'WordPress',
      typo3: 'TYPO3',
      contao: 'Contao',
      drupal: 'Drupal',
      joomla: 'Joomla',
    },
    hints: {
      html: 'Nehmen Sie das Element. Es ist am kürzesten und braucht sonst nichts.',
      wordpress:
        'Mit unserem Plugin genügt ein Block. Ohne Plugin bleibt im Block „Eigenes HTML“ der Bereich (div) bei allen Redakteuren stehen; das Element nur bei Administratoren. Die Adresse allein (oEmbed) geht ohne jedes Recht.',
      typo3:
        'Mit unserer Erweiterung gibt es ein Inhaltselement. Ohne sie nehmen Sie den Link: Er bleibt in jedem Text stehen.',
      contao:
        'Nehmen Sie den Bereich (div) im Inhaltselement „HTML“. Das Element würde dort als Text gezeigt.',
      drupal:
        'Mit unserem Modul gibt es einen Block und einen Textfilter. Ohne Modul lassen die üblichen Textformate nur den Link stehen.',
      joomla: 'Nehmen Sie den Link. Erlaubt Ihr Editor mehr, geht auch der Bereich (div).',
    },
    form: 'Form',
    spoiled: (system: string) =>
      `Vorsicht: Im Texteditor von ${system} bleibt diese Form nicht stehen, oder Ihre Besucher sehen den Code. Sie geht nur, wo HTML ungefiltert eingegeben wird.`,
    oembedOnly: 'Nur WordPress und andere Systeme, die oEmbed kennen, machen aus der Adresse mehr als Text.',
    registered:
      'Damit gezählt wird, welche Suchen auf Ihrer Website ins Leere führen, lassen Sie Ihre Website vom Betreiber dieses Servers eintragen. Zum Einbinden ist das nicht nötig.',
    forms: {
      element: ['Element', 'Kurz und eindeutig, wo HTML frei eingegeben werden kann.'],
      div: ['Bereich (div)', 'Übersteht die meisten Editoren.'],
      link: [
        'Link',
        'Übersteht jeden Editor. Allein in einem Absatz wird er zum Widget, sonst bleibt er ein Link.',
      ],
      iframe: ['Rahmen (iframe)', 'Wenn kein Script erlaubt ist. Sieht weniger nach Ihrer Seite aus.'],
      oembed: ['Adresse (oEmbed)', 'Für Systeme, die eine eingefügte Adresse selbst einbetten.'],
    },
    script: 'Fassung',
    scripts: {
      current: ['Immer aktuell', 'Verbesserungen kommen von selbst.'],
      pinned: [
        'Festgelegt, mit Prüfsummen',
        'Der Browser lädt nur genau diese Dateien. Neue Fassungen holen Sie selbst.',
      ],
    },
    once: 'Einmal in die Vorlage der Website, in den <head>',
    there: 'An die Stelle, wo es erscheinen soll',
    address: 'Diese Adresse allein in eine Zeile',
    reserve: 'Platz freihalten, bevor das Script da ist (nichts auf Ihrer Seite verrutscht)',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    select: 'Der Browser erlaubt das Kopieren nicht. Der Text ist markiert: Strg+C, auf dem Mac ⌘C.',
  },
  policy: {
    heading: 'Content Security Policy',
    lead: 'Nur nötig, wenn Ihr Server eine solche Regel sendet. Ergänzen Sie sie um:',
    nothing: 'Ein Link braucht keine Freigabe.',
    own: 'Die Regeln sind für die gewählte Form. Nichts wird ausgewertet, kein Stil und kein Script wird in die Seite geschrieben.',
    nonce: 'Unsere Tags tragen die Nonce Ihrer Seite',
    trust: 'Ihre Seite verlangt Trusted Types',
    noncePlace: 'Ersetzen Sie nonce="…" durch das, was Ihr Server je Aufruf erzeugt.',
    mapHash: 'Die Prüfsumme gilt für die Import-Map genau so, wie sie oben steht, mit jedem Leerzeichen.',
    paste: 'Prüfen, was Ihre Seite sendet',
    pasteHelp:
      'Fügen Sie den Wert der Kopfzeile „Content-Security-Policy“ ein, auch als Zeile aus nginx oder Apache. Er bleibt in diesem Browser.',
    none: 'Darin ist keine Regel zu erkennen.',
    fine: 'Passt: Es fehlt nichts.',
    missing: 'Es fehlt:',
    amended: 'So passt sie:',
    nonceOnly:
      'Ihre Regel vertraut nur Scripten mit Nonce („strict-dynamic“). Wählen Sie oben „Unsere Tags tragen die Nonce Ihrer Seite“.',
  },
}
export type Words = typeof words
