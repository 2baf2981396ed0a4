/**
 * The name people say: "Wismar, Hansestadt" is Wismar, "Freiberg, Stadt, Universitätsstadt" Freiberg. In the register a
 * designation stands after the first comma; no name of a Gemeinde has a comma of its own.
 */
export const withoutDesignation = (fullName: string): string => fullName.split(',', 1)[0]?.trim() ?? fullName
