import { describe, expect, test } from 'vitest'
import { checked, featuresOf, fileOf, opened, refusal } from './testing.ts'

const kml = (...placemarks: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.join('')}</Document></kml>`
const gpx = (content: string) =>
  `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${content}</gpx>`

describe('KML', () => {
  test.each([
    ['<Point><coordinates>11.4,53.6</coordinates></Point>', { type: 'Point', coordinates: [11.4, 53.6] }],
    ['<Point><coordinates>11.4,53.6,0</coordinates></Point>', { type: 'Point', coordinates: [11.4, 53.6] }],
    [
      '<Point><coordinates> 11.4,53.6,38 </coordinates></Point>',
      { type: 'Point', coordinates: [11.4, 53.6, 38] },
    ],
    [
      '<LineString><coordinates>1,2\n 3,4</coordinates></LineString>',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      '<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>5,1 6,1 6,2 5,1</coordinates></LinearRing></innerBoundaryIs></Polygon>',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 0],
          ],
          [
            [5, 1],
            [6, 1],
            [6, 2],
            [5, 1],
          ],
        ],
      },
    ],
    [
      '<MultiGeometry><Point><coordinates>1,2</coordinates></Point><Point><coordinates>3,4</coordinates></Point></MultiGeometry>',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      '<MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry>',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    ],
    [
      '<gx:Track xmlns:gx="http://www.google.com/kml/ext/2.2"><when>2026-01-01</when><gx:coord>1 2 3</gx:coord><gx:coord>4 5 6</gx:coord></gx:Track>',
      {
        type: 'LineString',
        coordinates: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
    ],
    ['', null],
  ])('%s', async (content, geometry) => {
    const [read] = await featuresOf(fileOf(kml(`<Folder><Placemark>${content}</Placemark></Folder>`)))
    expect(read).toEqual({ geometry, properties: {}, position: 1 })
  })

  test('gives names, days and data by the kinds of its schema', async () => {
    const text = kml(
      '<Schema id="s"><SimpleField name="high" type="float"/><SimpleField name="old" type="bool"/></Schema>',
      `<Placemark id="p1"><name>Linde</name><description><![CDATA[<b>alt</b>]]></description><TimeStamp><when>2026-11-30</when></TimeStamp>
       <ExtendedData><Data name="art"><value>Baum</value></Data><SchemaData><SimpleData name="high">12.5</SimpleData><SimpleData name="old">1</SimpleData></SchemaData></ExtendedData></Placemark>`,
    )
    expect(await featuresOf(fileOf(text))).toEqual([
      {
        id: 'p1',
        geometry: null,
        properties: {
          name: 'Linde',
          description: '<b>alt</b>',
          when: '2026-11-30',
          art: 'Baum',
          high: 12.5,
          old: true,
        },
        position: 1,
      },
    ])
  })

  test.each(['11.4', '11.4,', '11.4,,53.6', '0x10,53', '11.4,53.6,x', '1e999,53', 'NaN,53'])(
    'with the position %j is told object by object',
    async (position) => {
      const wrong = `<Placemark><Point><coordinates>${position}</coordinates></Point></Placemark>`
      expect((await checked(fileOf(kml(wrong)))).codes).toEqual(['geometry-unreadable'])
    },
  )

  test.each(['11.4,53.6', '11.4,53.6,', '+11.4,5.36e1,0', '11.4,53.6,0.0'])(
    'knows the position %j',
    async (position) => {
      const point = `<Placemark><Point><coordinates>${position}</coordinates></Point></Placemark>`
      const [read] = await featuresOf(fileOf(kml(point)))
      expect(read?.geometry).toEqual({ type: 'Point', coordinates: [11.4, 53.6] })
    },
  )
})

describe('GPX', () => {
  test('gives waypoints, routes and tracks', async () => {
    const read = await featuresOf(
      fileOf(
        gpx(`<metadata><name>x</name></metadata><wpt lat="53.6" lon="11.4"><ele>38</ele><name>Linde</name><link href="https://example.org/"/></wpt>
        <rte><name>Weg</name><rtept lat="1" lon="2"/><rtept lat="3" lon="4"/></rte>
        <trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="3" lon="4"/></trkseg><trkseg><trkpt lat="9" lon="9"/></trkseg><trkseg><trkpt lat="5" lon="6"/><trkpt lat="7" lon="8"/></trkseg></trk>`),
      ),
    )
    expect(read.map(({ geometry, properties }) => [geometry, properties])).toEqual([
      [
        { type: 'Point', coordinates: [11.4, 53.6, 38] },
        { kind: 'waypoint', name: 'Linde', link: 'https://example.org/' },
      ],
      [
        {
          type: 'LineString',
          coordinates: [
            [2, 1],
            [4, 3],
          ],
        },
        { kind: 'route', name: 'Weg' },
      ],
      [
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [2, 1],
              [4, 3],
            ],
            [
              [6, 5],
              [8, 7],
            ],
          ],
        },
        { kind: 'track' },
      ],
    ])
  })

  test('without a latitude is told', async () => {
    expect((await checked(fileOf(gpx('<wpt lon="11.4"/>')))).codes).toEqual(['geometry-unreadable'])
  })
})

/** An outline around an invented plan, as XPlanung writes it. */
const plan = (
  outline: string,
  more = '',
) => `<xplan:XPlanAuszug xmlns:xplan="http://www.xplanung.de/xplangml/6/0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="G1">
  <gml:boundedBy><gml:Envelope srsName="EPSG:25833"><gml:lowerCorner>0 0</gml:lowerCorner><gml:upperCorner>9 9</gml:upperCorner></gml:Envelope></gml:boundedBy>
  <gml:featureMember><xplan:BP_Plan gml:id="P1"><xplan:name>Am Anger</xplan:name><xplan:nummer>12</xplan:nummer>${more}
    <xplan:raeumlicherGeltungsbereich>${outline}</xplan:raeumlicherGeltungsbereich></xplan:BP_Plan></gml:featureMember>
  <gml:featureMember><xplan:BP_BaugebietsTeilFlaeche gml:id="F1"><xplan:position>x</xplan:position></xplan:BP_BaugebietsTeilFlaeche></gml:featureMember>
</xplan:XPlanAuszug>`
const ring = (list: string) => `<gml:LinearRing><gml:posList>${list}</gml:posList></gml:LinearRing>`
const square = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
  [0, 0],
]
const squareText = square.flat().join(' ')

describe('XPlanGML', () => {
  test('gives one plan as one object, with its documents, in the system of the whole', async () => {
    const more = `<xplan:gemeinde><xplan:XP_Gemeinde><xplan:ags>13999001</xplan:ags><xplan:gemeindeName>Musterstadt</xplan:gemeindeName></xplan:XP_Gemeinde></xplan:gemeinde>
      <xplan:externeReferenz><xplan:XP_SpezExterneReferenz><xplan:referenzName>Satzung</xplan:referenzName><xplan:referenzURL>https://example.org/satzung.pdf</xplan:referenzURL></xplan:XP_SpezExterneReferenz></xplan:externeReferenz>
      <xplan:rechtsstand>3000</xplan:rechtsstand><xplan:inkrafttretensDatum>2026-11-30</xplan:inkrafttretensDatum>`
    const file = await opened(
      fileOf(plan(`<gml:Polygon><gml:exterior>${ring(squareText)}</gml:exterior></gml:Polygon>`, more)),
    )
    expect(file).toMatchObject({
      format: 'xplangml',
      layers: [{ count: 1 }],
      declared: { system: { code: '25833' } },
    })
    const { features } = await checked(
      fileOf(plan(`<gml:Polygon><gml:exterior>${ring(squareText)}</gml:exterior></gml:Polygon>`, more)),
    )
    expect(features[0]).toMatchObject({
      id: 'P1',
      geometry: { type: 'Polygon', coordinates: [square] },
      properties: {
        ...{
          plan: 'BP_Plan',
          name: 'Am Anger',
          nummer: '12',
          rechtsstand: '3000',
          inkrafttretensDatum: '2026-11-30',
        },
        ...{ gemeinde: 'Musterstadt', ags: '13999001', dokument: 'https://example.org/satzung.pdf' },
        dokumente: '[{"name":"Satzung","url":"https://example.org/satzung.pdf"}]',
      },
    })
  })

  test.each([
    [
      'a URN of a system with north first',
      'urn:ogc:def:crs:EPSG::31468',
      [
        [0, 0],
        [0, 9],
        [9, 9],
        [9, 0],
        [0, 0],
      ],
    ],
    ['its short name', 'EPSG:31468', square],
    ['a URN of a system with east first', 'urn:ogc:def:crs:EPSG::25833', square],
    ['a name of the AdV', 'urn:adv:crs:ETRS89_UTM33', square],
  ])('takes axes as %s wants them', async (_, name, coordinates) => {
    const outline = `<gml:Polygon srsName="${name}"><gml:exterior>${ring('0 0 9 0 9 9 0 9 0 0')}</gml:exterior></gml:Polygon>`
    const file = await opened(fileOf(plan(outline).replace(/<gml:boundedBy>.*<\/gml:boundedBy>/, '')))
    for await (const { geometry } of file.features())
      expect(geometry).toEqual({ type: 'Polygon', coordinates: [coordinates] })
  })

  test.each([
    [
      'a surface of patches',
      `<gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior>${ring(squareText)}</gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>`,
    ],
    [
      'a multi-surface of one',
      `<gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior>${ring(squareText)}</gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>`,
    ],
    [
      'single positions',
      `<gml:Polygon><gml:exterior><gml:LinearRing>${square.map((at) => `<gml:pos>${at.join(' ')}</gml:pos>`).join('')}</gml:LinearRing></gml:exterior></gml:Polygon>`,
    ],
    [
      'a ring of curves',
      `<gml:Polygon><gml:exterior><gml:Ring><gml:curveMember><gml:LineString><gml:posList>0 0 9 0 9 9</gml:posList></gml:LineString></gml:curveMember><gml:curveMember><gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>9 9 0 9</gml:posList></gml:LineStringSegment><gml:LineStringSegment><gml:posList>0 9 0 0</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon>`,
    ],
  ])('reads %s', async (_, outline) => {
    const [read] = await featuresOf(fileOf(plan(outline)))
    expect(read?.geometry).toEqual({ type: 'Polygon', coordinates: [square] })
  })

  const curved = (segment: string) =>
    `<gml:Polygon><gml:exterior><gml:Ring><gml:curveMember><gml:Curve><gml:segments>${segment}</gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon>`

  test.each([
    [
      'an arc and its chord',
      '<gml:Arc><gml:posList>100 0 0 100 -100 0</gml:posList></gml:Arc><gml:LineStringSegment><gml:posList>-100 0 100 0</gml:posList></gml:LineStringSegment>',
      1,
    ],
    ['a circle', '<gml:Circle><gml:posList>100 0 0 100 -100 0</gml:posList></gml:Circle>', 2],
    [
      'two arcs the other way round',
      '<gml:ArcString><gml:posList>100 0 0 -100 -100 0 0 100 100 0</gml:posList></gml:ArcString>',
      2,
    ],
  ])('makes lines of %s, to a centimetre', async (_, segment, halves) => {
    const [read] = await featuresOf(fileOf(plan(curved(segment))))
    expect(read?.faults).toEqual([{ code: 'arcs-as-lines' }])
    const [outline = []] = read?.geometry?.type === 'Polygon' ? read.geometry.coordinates : []
    const area = outline.reduce((sum, [x = 0, y = 0], index) => {
      const [nextX = 0, nextY = 0] = outline[(index + 1) % outline.length] ?? []
      return sum + (x * nextY - nextX * y) / 2
    }, 0)
    expect(Math.abs(area)).toBeGreaterThan((halves * Math.PI * 100 ** 2) / 2 - 5)
    expect(Math.abs(area)).toBeLessThan((halves * Math.PI * 100 ** 2) / 2)
  })

  test('tells curves that it cannot make lines of', async () => {
    const [read] = await featuresOf(
      fileOf(plan(curved('<gml:BSpline><gml:posList>0 0 1 1 2 0</gml:posList></gml:BSpline>'))),
    )
    expect(read).toMatchObject({ geometry: null, faults: [{ code: 'geometry-curve' }] })
  })

  test('without a plan is refused', async () => {
    expect(await refusal(fileOf(plan('').replaceAll('BP_Plan', 'BP_Bereich')))).toMatchObject({
      code: 'plan-missing',
    })
  })
})

describe('hostile XML', () => {
  const entities = '<!DOCTYPE k [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  test.each([
    [
      'a document type that asks for a file',
      '<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name></Placemark></kml>',
      'xml-refused',
    ],
    ['entities of entities', `${entities}<kml><Placemark><name>&b;</name></Placemark></kml>`, 'xml-refused'],
    ['a root that is none of ours', '<html><body/></html>', 'format-unknown'],
    ['a tag that never ends', '<kml', 'xml-broken'],
    ['an entity that nobody made', kml('<Placemark><name>&x;</name></Placemark>'), 'xml-broken'],
    ['elements inside one another without end', kml('<a>'.repeat(1_000)), 'xml-refused'],
  ])('%s is refused at the door', async (_, text, code) => {
    expect(await refusal(fileOf(text))).toMatchObject({ code, severity: 'error' })
  })

  test.each([
    ['an end that is missing', kml('<Placemark/>'.repeat(10_000)).slice(0, -6), 'xml-broken'],
    ['a mistake far behind', kml('<Placemark/>'.repeat(10_000), '</a>'), 'xml-broken'],
  ])('%s is told in the report', async (_, text, code) => {
    expect((await checked(fileOf(text))).codes).toContain(code)
  })
})
