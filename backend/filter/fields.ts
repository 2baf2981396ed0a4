/** What a queryable property holds. `text`, `number` and `boolean` are values of JSON; `date` and `timestamp` texts of RFC 3339 (a timestamp without zone counts as UTC); `list` is an array; `geometry` is the feature's own. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'timestamp' | 'geometry' | 'list'

/** The queryable properties of a collection by name. */
export type Fields = ReadonlyMap<string, FieldType>
