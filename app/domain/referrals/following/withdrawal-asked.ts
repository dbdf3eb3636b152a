export const withdrawalEvents = ["referral.withdrawal_requested", "referral.withdrawal_refused"];

/** Whether a sender's request to have the referral back still waits, from its events in order. */
export function withdrawalAsked(events: readonly { event: string }[]): boolean {
  const last = events.findLast(({ event }) => withdrawalEvents.includes(event));
  return last?.event === withdrawalEvents[0];
}
