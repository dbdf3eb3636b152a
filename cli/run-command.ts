import { type Terminal, Unusable } from "./command-words";

type Command = (typed: string[], terminal: Terminal) => Promise<void>;

const commands = new Map<string, () => Promise<Command>>([
  ["admin-create", async () => (await import("./create-admin")).createAdmin],
  ["backup", async () => (await import("./backup")).backup],
  ["bench", async () => (await import("./bench")).bench],
  ["code", async () => (await import("./code")).code],
  ["compute-measures", async () => (await import("./compute-measures")).computeAgain],
  ["demo-extracts", async () => (await import("./write-demo-extracts")).writeDemoExtracts],
  ["export-hsds", async () => (await import("./export-hsds")).exportHsds],
  ["import-hsds", async () => (await import("./import-hsds")).importDirectory],
  ["import-open-eligibility", async () => (await import("./import-open-eligibility")).importOpenEligibility],
  ["import-records", async () => (await import("./import-records")).importExtract],
  ["jurisdiction-address", async () => (await import("./set-jurisdiction-address")).setJurisdictionAddress],
  ["jurisdiction-create", async () => (await import("./create-jurisdiction")).makeJurisdiction],
  ["jurisdiction-list", async () => (await import("./list-jurisdictions")).printJurisdictions],
  ["link", async () => (await import("./link")).link],
  ["mail", async () => (await import("./mail")).mail],
  ["measure", async () => (await import("./measure")).measure],
  ["report", async () => (await import("./report")).report],
  ["restore", async () => (await import("./restore")).restore],
  ["retention", async () => (await import("./retention")).endWhatIsDue],
  ["secret-renew", async () => (await import("./renew-secret")).renewSecret],
]);

/** A command's name is its first two words or its first; the rest is its own. */
function findCommand(words: string[]) {
  for (const length of [2, 1]) {
    const open = commands.get(words.slice(0, length).join("-"));
    if (open) return { open, typed: words.slice(length) };
  }
  const names = [...commands.keys()].join(", ").replaceAll("-", " ");
  throw new Unusable(`usage: npm run -s upstream -- <command>\ncommands: ${names}`);
}

/** Runs what was typed and says how it ended: 0 done, 2 unusable arguments or files, 1 a fault. No stack is printed. */
export async function runCommand(words: string[], terminal: Terminal): Promise<number> {
  try {
    const { open, typed } = findCommand(words);
    const command = await open();
    await command(typed, terminal);
    return 0;
  } catch (error) {
    terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Unusable ? 2 : 1;
  }
}
