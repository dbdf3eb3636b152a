/** The address that is shown and edited: where the door is; a postal one only where there is no other. */
export function shownAddress<T extends { addressType: string }>(addresses: readonly T[]): T | undefined {
  return addresses.find((one) => one.addressType === "physical") ?? addresses[0];
}
