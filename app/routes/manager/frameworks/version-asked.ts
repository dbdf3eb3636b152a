/** The version that an address asks to look back at; undefined for the one in force. */
export function versionAsked(url: URL): number | undefined {
  const version = Number(url.searchParams.get("version"));
  return Number.isInteger(version) && version >= 1 && version <= 100_000 ? version : undefined;
}
