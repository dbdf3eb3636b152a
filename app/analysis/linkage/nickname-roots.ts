import { readFileSync } from "node:fs";

export type NicknameRoots = {
  /** The formal names that a name may stand for, itself among them where it is one. Empty where nobody listed it. */
  rootsOf(name: string): readonly string[];
  isFormal(name: string): boolean;
};

/** Reads lines `formal: nickname nickname`; a name's roots are lists, because "al" belongs to several. */
export function readNicknames(text: string): NicknameRoots {
  const roots = new Map<string, Set<string>>();
  const formal = new Set<string>();
  const add = (name: string, root: string) => roots.set(name, (roots.get(name) ?? new Set()).add(root));
  for (const line of text.split("\n")) {
    const [name = "", nicknames] = line.split(":");
    if (line.startsWith("#") || nicknames === undefined) continue;
    formal.add(name);
    add(name, name);
    for (const nickname of nicknames.trim().split(" ").filter(Boolean)) add(nickname, name);
  }
  return { rootsOf: (name) => [...(roots.get(name) ?? [])].sort(), isFormal: (name) => formal.has(name) };
}

export const readNicknameFile = (): NicknameRoots =>
  readNicknames(readFileSync(new URL("nicknames.txt", import.meta.url), "utf8"));
