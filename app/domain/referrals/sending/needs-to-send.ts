/**
 * Of the needs that were searched for, those that this program lists: it is asked for these unless somebody says otherwise. What a search
 * says beside (a violent partner, in a line about diapers) is no provider's to know; it is offered, and goes only where somebody ticks it.
 */
export const needsToSend = (searched: readonly string[], listed: readonly string[]): string[] =>
  searched.filter((need) => listed.includes(need));
