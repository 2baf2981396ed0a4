/** Documents as other people write them: invented places of an invented town, and what nobody should write. */

export const sampleGeoJson = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'b1',
      geometry: { type: 'Point', coordinates: [11.41, 53.61, 38.5] },
      properties: { titel: 'Brunnen am Markt', baujahr: 1911, mehr: 'javascript:alert(1)' },
    },
    {
      type: 'Feature',
      id: 'b1',
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [11.42, 53.62] },
          { type: 'LineString', coordinates: [[11.42, 53.62], [11.43, 53.63]] },
          { type: 'Polygon', coordinates: [] },
        ],
      },
      properties: { titel: '<img src=x onerror="globalThis.hit=1">' },
    },
    { type: 'Feature', geometry: { type: 'Polygon', coordinates: [] }, properties: { titel: 'Leer' } },
    { type: 'Feature', geometry: null, properties: null },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [658809, 5941696] }, properties: { titel: 'In Metern' } },
    'kein Objekt',
  ],
} // prettier-ignore

export const sampleKml = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
  <Style id="rot"><IconStyle><color>ff0000ff</color></IconStyle></Style>
  <NetworkLink><Link><href>https://anderswo.example/mehr.kml</href></Link></NetworkLink>
  <Placemark id="p1"><name>Wanderhütte Süd</name><styleUrl>#rot</styleUrl>
    <description><![CDATA[<b>Offen</b> von <a href="javascript:alert(1)">Mai</a> bis Oktober<script>globalThis.hit=1</script>]]></description>
    <ExtendedData><Data name="plätze"><value>12</value></Data></ExtendedData>
    <Point><coordinates>11.40,53.60,40</coordinates></Point></Placemark>
  <Placemark><name>Rundweg</name><MultiGeometry>
    <LineString><coordinates>11.40,53.60 11.42,53.61</coordinates></LineString>
    <Polygon><outerBoundaryIs><LinearRing><coordinates>11.4,53.6 11.41,53.6 11.41,53.61 11.4,53.6</coordinates></LinearRing></outerBoundaryIs></Polygon>
  </MultiGeometry></Placemark>
</Document></kml>`

export const sampleGpx = `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Musterstadt" xmlns="http://www.topografix.com/GPX/1/1">
  <wpt lat="53.60" lon="11.40"><name>Rastplatz</name><desc>Mit Tisch</desc></wpt>
  <trk><name>Seerunde</name><trkseg>
    <trkpt lat="53.60" lon="11.40"><ele>40</ele><time>2026-05-01T10:00:00Z</time></trkpt>
    <trkpt lat="53.61" lon="11.41"><ele>41</ele><time>2026-05-01T10:10:00Z</time></trkpt>
  </trkseg></trk>
</gpx>`
