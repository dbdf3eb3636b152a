const words: Record<string, string> = {
  ENOSPC: "the disk is full: make room",
  EDQUOT: "the disk's quota is used up: make room",
  "53100": "the database's disk is full: make room",
  EACCES: "the folder may not be written by this user: give it the right",
  EPERM: "the folder may not be written by this user: give it the right",
  EROFS: "the folder is on a disk that can only be read: choose another, or mount it writable",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of the path is a file",
  EISDIR: "it is a folder",
};

/** As programs that PostgreSQL brings put it. */
const texts: [RegExp, string][] = [
  [/No space left on device/, "ENOSPC"],
  [/Disk quota exceeded/, "EDQUOT"],
  [/Read-only file system/, "EROFS"],
  [/Permission denied/, "EACCES"],
];

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && String(error.code) in words) return String(error.code);
  return texts.find(([text]) => text.test(error.message))?.[1];
}

/** What is wrong with the storage and what to do, in words; null for any other fault. */
export function storageFault(error: unknown, place?: string): string | null {
  const said = words[codeOf(error) ?? ""];
  if (!said) return null;
  const where =
    error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : place;
  return where ? `${where}: ${said}` : said;
}
