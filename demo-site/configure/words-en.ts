import type { Words } from './words-de.ts'

export const words: Words = {
  title: 'Embed services',
  lead: 'Choose what shall appear on your website. You get the code to paste, and the lines for the security policy of your server.',
  otherLanguage: 'Deutsch',
  home: 'To the demo',
  toCode: 'Straight to the code',
  private:
    'This page keeps nothing and asks nobody but this server. What you choose stands in the address: bookmark it, or pass it on.',
  offline:
    'You are offline. Finding places and the preview need a connection; the code is right nevertheless.',
  widget: {
    legend: 'What shall appear?',
    names: {
      wayfinder: [
        'Service finder',
        'Find and understand public services: cost, documents, deadlines, the office in charge.',
      ],
      directory: ['Directory', 'Find people, offices and topics: phone, mail, hours, who stands in.'],
      'map-viewer': ['Map and list', 'Search, filter and read about the places of a collection.'],
      'responsibility-finder': [
        'Office finder',
        'Names the office that is in charge of a service in a place.',
      ],
    },
  },
  options: {
    legend: 'How shall it behave?',
    more: 'More settings',
    all: 'Not set',
    remove: 'Remove',
    failed: 'The list cannot be loaded at present. You can enter the id by hand.',
    unknownArea: 'This server does not know this key.',
    names: {
      area: [
        'Municipality, association, district or state',
        'This area only. Not set, your visitors are asked where they live when it matters.',
      ],
      service: ['Service', 'Begins with this service, for example on the page “Identity card”.'],
      'life-situation': ['Life situation', 'Begins with this life situation.'],
      view: ['Begins with', 'What visitors see first.'],
      collections: [
        'Collections',
        'Ids of the collections, with commas between them, such as “playgrounds,kitas”.',
      ],
      filter: ['Only entries for which this holds', 'A condition in CQL2, such as: water = true'],
      'base-map': ['Below it', 'Not set, the borders of the area. Other servers are never asked.'],
      center: ['Middle of the map', 'Latitude and longitude with a comma between, such as: 53.63,11.41'],
      zoom: ['Zoom', 'As web maps count: 6 shows Germany, 12 a town, 18 a house.'],
      cluster: ['Join points', 'What lies close together becomes one point with a number.'],
      height: ['Height of the map', 'In pixels or as a length: 480, 60vh'],
      projection: ['Coordinate system', 'EPSG number: 25832 (not set), 25833, 5650, 4647 or 3857.'],
      lang: ['Language', 'Not set, the language of your page.'],
      theme: ['Look', '“Like your page” takes over font and colours.'],
      scheme: ['Light or dark', 'Not set, like your page.'],
      loading: ['Loading', 'Not set, when visitors come near.'],
      'deep-links': [
        'Views in the address',
        'What is shown can be linked, and the browser’s Back leads one step back. For one widget per page only.',
      ],
      uncounted: [
        'Do not count searches',
        'It is not counted on this page whether searches have found something.',
      ],
      embedded: ['Without a heading of its own', 'Where your page has one already.'],
    },
    languages: { 'de-x-leicht': 'Easy German', nds: 'Low German' },
    values: {
      'base-map': { outlines: 'Borders', none: 'Nothing' },
      view: { search: 'Search', 'life-situations': 'Life situations', 'a-z': 'A to Z' },
      theme: { host: 'Like your page', kern: 'KERN design system', contrast: 'High contrast' },
      scheme: { light: 'Light', dark: 'Dark', system: 'Like the device' },
      loading: { eager: 'At once', lazy: 'When near' },
    },
  },
  preview: {
    heading: 'Preview',
    frame: 'The widget on a sample page',
    look: 'On a page',
    looks: {
      light: 'light',
      dark: 'dark',
      framework: 'with a CSS framework',
      'content-system': 'with default templates',
      'block-theme': 'with a block theme',
      'sets-everything': 'that resets everything',
      'year-1998': 'of 1998',
    },
    width: 'Width',
    widths: { wide: 'Desk', narrow: 'Telephone' },
  },
  code: {
    heading: 'Code',
    system: 'What is your website made with?',
    systems: {
      html: 'HTML or something else',
      wordpress: 'WordPress',
      typo3: 'TYPO3',
      contao: 'Contao',
      drupal: 'Drupal',
      joomla: 'Joomla',
    },
    hints: {
      html: 'Take the element. It is the shortest and needs nothing else.',
      wordpress:
        'With our plugin one block is enough. Without it, the block “Custom HTML” keeps the div of every editor, the element of administrators only. The address alone (oEmbed) needs no rights at all.',
      typo3:
        'With our extension there is a content element. Without it take the link: it stays in every text.',
      contao: 'Take the div in the content element “HTML”. The element would be shown as text there.',
      drupal:
        'With our module there are a block and a text filter. Without it, the usual text formats keep the link only.',
      joomla: 'Take the link. If your editor allows more, the div works as well.',
    },
    form: 'Form',
    spoiled: (system) =>
      `Careful: the text editor of ${system} does not leave this form alone, or your visitors see the code. It works only where HTML is not filtered.`,
    oembedOnly: 'Only WordPress and other systems that know oEmbed make more of the address than text.',
    registered:
      'For counting which searches lead nowhere on your website, have it registered by the operator of this server. Embedding needs no registration.',
    forms: {
      element: ['Element', 'Short and clear, where HTML can be entered freely.'],
      div: ['Div', 'Survives most editors.'],
      link: [
        'Link',
        'Survives every editor. Alone in a paragraph it becomes the widget, else it stays a link.',
      ],
      iframe: ['Frame (iframe)', 'Where no script is allowed. Looks less like your page.'],
      oembed: ['Address (oEmbed)', 'For systems that embed a pasted address by themselves.'],
    },
    script: 'Version',
    scripts: {
      current: ['Always current', 'Improvements come by themselves.'],
      pinned: [
        'Pinned, with integrity',
        'The browser loads exactly these files. You fetch new versions yourself.',
      ],
    },
    once: 'Once in the template of the website, in the <head>',
    there: 'Where it shall appear',
    address: 'This address alone on a line',
    reserve: 'Keep room before the script has come (nothing on your page moves)',
    copy: 'Copy',
    copied: 'Copied.',
    select: 'The browser does not allow copying. The text is selected: Ctrl+C, on a Mac ⌘C.',
  },
  policy: {
    heading: 'Content Security Policy',
    lead: 'Only needed where your server sends one. Add to it:',
    nothing: 'A link needs no permission.',
    own: 'The lines are for the form you chose. Nothing is evaluated, no style and no script is written into the page.',
    nonce: 'Our tags carry the nonce of your page',
    trust: 'Your page demands Trusted Types',
    noncePlace: 'Put what your server makes for each request in the place of nonce="…".',
    mapHash: 'The hash is of the import map exactly as it stands above, with every space.',
    paste: 'Check what your page sends',
    pasteHelp:
      'Paste the value of the header “Content-Security-Policy”, or a line of nginx or Apache. It stays in this browser.',
    none: 'No policy can be found in it.',
    fine: 'It fits: nothing is missing.',
    missing: 'Missing:',
    amended: 'It fits like this:',
    nonceOnly:
      'Your policy trusts scripts with a nonce only (“strict-dynamic”). Choose “Our tags carry the nonce of your page” above.',
  },
}
