import { plural } from '../plural.ts'
import { messages as states } from '../states/nds.ts'
import type { WayfindingMessages } from './de.ts'

const form = plural('de')

export const messages: WayfindingMessages = {
  ...states,
  heading: 'Wat willen Sei maken?',
  field: 'Worüm geiht dat?',
  help: 'Tau’n Bispill „Perso verlängern“ orrer „Hund anmelden“. Säuken Sei up Hochdütsch.',
  submit: 'Säuken',
  ways: 'Wo Sei dat finnen',
  way: { search: 'Säuken', 'life-situations': 'In’t Läben', 'a-z': 'A bet Z' },
  topics: 'Orrer nähmen Sei ein Thema',
  lifeSituations: 'Wat is bi Sei los?',
  aToZ: 'Stichwüür von A bet Z',
  letters: 'Ierste Baukstaw',
  letter: (letter, count) =>
    `${letter}, ${form(count, { one: 'ein Stichwuurt', other: `${count} Stichwüür` })}`,
  noKeyword: (letter) => `Mit „${letter}“ fangt kein Stichwuurt an.`,
  see: 'kiek bi',
  seeAlso: 'kiek ok bi',
  services: (count) => form(count, { one: 'ein Deinst', other: `${count} Deinsten` }),
  results: (text) => `Funnen för „${text}“`,
  found: (count, more) => {
    if (more) return `De iersten ${count} Deinsten`
    return form(count, { one: 'Einen Deinst funnen', other: `${count} Deinsten funnen` })
  },
  none: (text) => `Tau „${text}“ hebben wi nix funnen.`,
  noneHelp: 'Versäuken Sei dat mit ein anner Wuurt orrer gahn Sei einen von disse Weeg:',
  noneHere: 'Hier is noch kein Deinst beschräben.',
  more: 'Mihr wiesen',
  audience: 'För wen?',
  audiences: { all: 'All', citizen: 'Privat', business: 'Firmen' },
  online: 'Geiht online',
  onlyGerman: 'Up Hochdütsch',
  back: 'Trüch',
  start: 'All Deinsten',
}
