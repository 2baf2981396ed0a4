import type { Collection } from '../geodata/index.ts'
import { dataServiceNodes, datasetAddress, datasetNodes, type DcatPlace } from './dcat-datasets.ts'
import { iri, type Node, plain, words } from './rdf.ts'

interface Catalogue extends DcatPlace {
  readonly collections: readonly Collection[]
  /** Address of this page, and of the next where there is one. */
  readonly address: string
  readonly next?: string | undefined
}

/** Part of the catalogue of all geodata by DCAT-AP.de 2.0; hydra says where it goes on. */
export function geodataNodes({ collections, address, next, ...place }: Catalogue): readonly Node[] {
  const { origin } = place
  const catalogue = `${origin}/api/v1/dcat-ap`
  const publisher = `${origin}/#publisher`
  return [
    {
      iri: catalogue,
      types: ['dcat:Catalog', 'hydra:Collection'],
      says: [
        ['dct:title', [words('Geodaten', 'de')]],
        ['dct:description', [words('Geodaten der Verwaltungen, frei zu nutzen mit Angabe der Quelle', 'de')]],
        ['dct:publisher', [iri(publisher)]],
        ['dcat:themeTaxonomy', [iri('http://publications.europa.eu/resource/authority/data-theme')]],
        ['dct:language', [iri('http://publications.europa.eu/resource/authority/language/DEU')]],
        ['foaf:homepage', [iri(`${origin}/ogc?f=html`)]],
        ['dcat:dataset', collections.map(({ id }) => iri(datasetAddress(origin, id)))],
        ['dcat:service', [iri(`${origin}/ogc`)]],
        ['hydra:view', [iri(address)]],
      ],
    },
    {
      iri: publisher,
      types: ['foaf:Agent'],
      says: [['foaf:name', [plain(new URL(origin).host)]]],
    },
    { iri: `${origin}/ogc?f=html`, types: ['foaf:Document'], says: [] },
    {
      iri: address,
      types: ['hydra:PartialCollectionView'],
      says: [['hydra:next', next ? [iri(next)] : []]],
    },
    ...dataServiceNodes(origin, collections),
    ...collections.flatMap((collection) => datasetNodes(collection, place)),
  ]
}
