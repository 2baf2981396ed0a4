import { type DescribedService, publicServiceNodes } from './cpsv-service.ts'
import { iri, type Node, plain, words } from './rdf.ts'

/** One page of the catalogue. */
export interface CataloguePage {
  readonly origin: string
  /** ISO date. */
  readonly day: string
  readonly services: readonly DescribedService[]
  /** Address of this page, and of the next where there is one. */
  readonly address: string
  readonly next?: string | undefined
}

/** CPSV-AP demands a description and an authority: a service that lacks one is not in the catalogue, and none is made up. */
const isComplete = ({ authorities, versions }: DescribedService): boolean =>
  authorities.length > 0 &&
  versions.some(({ modules }) => modules.some(({ code }) => ['24', '05', '06'].includes(code)))

/** Part of the catalogue as a dcat:Dataset with its services; hydra says where it goes on. */
export function catalogueNodes({ origin, day, services, address, next }: CataloguePage): readonly Node[] {
  const catalogue = `${origin}/api/v1/cpsv-ap`
  const publisher = `${origin}/#publisher`
  const complete = services.filter(isComplete)
  return [
    {
      iri: catalogue,
      types: ['dcat:Dataset', 'hydra:Collection'],
      says: [
        ['dct:identifier', [plain(catalogue)]],
        ['dct:title', [words('Leistungen der Verwaltung', 'de'), words('Public services', 'en')]],
        [
          'dct:description',
          [
            words(
              'Öffentliche Leistungen mit Kosten, Unterlagen, Rechtsgrundlagen und zuständigen Stellen',
              'de',
            ),
            words('Public services with costs, evidence, legal resources and competent authorities', 'en'),
          ],
        ],
        ['dct:publisher', [iri(publisher)]],
        ['dcat:landingPage', [iri(`${origin}/services`)]],
        [
          'dct:hasPart',
          complete.flatMap(({ versions: [main] }) => (main ? [iri(`${origin}/services/${main.id}`)] : [])),
        ],
        ['hydra:view', [iri(address)]],
      ],
    },
    {
      iri: publisher,
      types: ['foaf:Agent'],
      says: [
        ['dct:identifier', [plain(origin)]],
        ['dct:title', [words(new URL(origin).host, 'de')]],
      ],
    },
    { iri: `${origin}/services`, types: ['foaf:Document'], says: [] },
    {
      iri: address,
      types: ['hydra:PartialCollectionView'],
      says: [['hydra:next', next ? [iri(next)] : []]],
    },
    ...publicServiceNodes(complete, { origin, day }),
  ]
}
