/** First words of an address that mean a page, a document or a file of the portal: no jurisdiction stands under one. */
const reservedWords: readonly string[] = [
  ...["en", "es", "check", "answer", "hsds"],
  ...["provider", "intake", "manager", "linkage", "admin"],
  ...["sign-in", "sign-out", "forgot", "reset", "invitation", "choose", "account", "preferences"],
  ...["api", "assets", "words", "healthz", "readyz"],
];

export type AddressFault = "address_wrong" | "address_path" | "address_reserved";

/**
 * An address as it is kept: an origin, or an origin and one word of small letters, digits and hyphens. A fault says
 * what is wrong: no such address, a path that is more than a word, a word that means a page.
 */
export function readPublicAddress(typed: string): { address: string } | { fault: AddressFault } {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!isPlain || url.search || url.hash || url.hostname.endsWith(".")) return { fault: "address_wrong" };
  const word = url.pathname.replace(/^\/|\/$/g, "");
  if (word === "") return { address: url.origin };
  // Two letters are a language.
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(word)) return { fault: "address_path" };
  if (reservedWords.includes(word) || /^[a-z]{2}$/.test(word)) return { fault: "address_reserved" };
  return { address: `${url.origin}/${word}` };
}

/** A jurisdiction by where its public pages are. */
export type Addressed = { id: string; address: string | null };

export type AskedPlace = {
  /** As the browser said it, "a.example" or "a.example:8443"; only ever compared. */
  host: string;
  /** The path as it came. */
  path: string;
  /** The host is the installation's own: PUBLIC_ORIGIN's, or this machine's. */
  isOwn: boolean;
};

/** Whose public pages are asked for. */
export type FoundPlace = {
  jurisdictionId: string | null;
  /** The configured origin that was asked; null where it is the installation's own, or any. */
  origin: string | null;
  /** "/harbor", in the letters it was asked with; "" where there is none. */
  prefix: string;
};

const partsOf = (address: string) => {
  const url = new URL(address);
  return { url, word: url.pathname.slice(1) };
};

const hasHost = ({ url }: ReturnType<typeof partsOf>, host: string): boolean => {
  const asked = `${url.protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).host === url.host;
};

/** The first that was made answers at the installation's own address, until it has one of its own. */
const atHome = ([first]: readonly Addressed[]) => (first?.address === null ? first.id : null);

/**
 * Finds the jurisdiction by host and first word of the path, among all in the order in which they were made. Null: the
 * host is nobody's. Where there is only one jurisdiction, or none has an address, every host is the installation's.
 */
export function findPlace(all: readonly Addressed[], asked: AskedPlace): FoundPlace | null {
  const [, first = ""] = asked.path.split(/[/?#]/);
  const here = all.flatMap(({ id, address }) => {
    const parts = address === null ? null : partsOf(address);
    return parts && hasHost(parts, asked.host) ? [{ id, origin: parts.url.origin, word: parts.word }] : [];
  });
  const under = here.find(({ word }) => word !== "" && word === first.toLowerCase());
  if (under) return { jurisdictionId: under.id, origin: under.origin, prefix: `/${first}` };
  const whole = here.find(({ word }) => word === "");
  if (whole) return { jurisdictionId: whole.id, origin: whole.origin, prefix: "" };
  const only = all.length === 1 ? all[0] : undefined;
  if (only) return { jurisdictionId: only.id, origin: null, prefix: "" };
  const unsaid = all.every(({ address }) => address === null);
  if (asked.isOwn || unsaid) return { jurisdictionId: atHome(all), origin: null, prefix: "" };
  const known = here[0];
  return known ? { jurisdictionId: null, origin: known.origin, prefix: "" } : null;
}
