/** The places where a listing is given still, in their order. */
export function openPlaces<P extends { closedAt: Date | null }>(row: {
  serviceAtLocations: readonly P[];
}): P[] {
  return row.serviceAtLocations.filter((place) => place.closedAt === null);
}

/** A listing is confidential while all of its places are; without any place it stays what it was. */
export function isConfidential(visibilities: readonly string[], otherwise: boolean): boolean {
  return visibilities.length === 0 ? otherwise : visibilities.every((one) => one === "hidden");
}
