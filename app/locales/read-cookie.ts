/** One value of a Cookie header (or document.cookie), or undefined. */
export function readCookie(header: string | null, name: string): string | undefined {
  const pair = (header ?? "").split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
