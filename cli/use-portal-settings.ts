import { keptAddress } from "~/auth/keep-address";
import { keepSecret } from "~/auth/keep-secret";
import type { Terminal } from "./command-words";

/** Links are made from the portal's secret and address, which a command finds where `npm start` keeps them. */
export function usePortalSettings(terminal: Terminal): void {
  const { DATA_FOLDER, SESSION_SECRET } = terminal.settings();
  process.env["SESSION_SECRET"] ||= SESSION_SECRET ?? keepSecret(DATA_FOLDER);
  const address = keptAddress(DATA_FOLDER);
  if (address) process.env["PUBLIC_ORIGIN"] ||= address;
}
