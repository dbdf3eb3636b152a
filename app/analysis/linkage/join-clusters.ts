export type Edge = { a: number; b: number; w: number };

/** Records that links join, and beyond which no chain of links is believed. */
const mostInCluster = 30;

/**
 * Joins records into clusters, the strongest links first. Answers each cluster's records, and of each two of them the
 * weakest link of the strongest chain between them, in bits. A link that would make a cluster of more than thirty records
 * is left out: such a cluster is a fault of the file.
 */
export function joinClusters(edges: readonly Edge[]): { clusters: number[][]; chains: Edge[] } {
  const of = new Map<number, number[]>();
  const chains: Edge[] = [];
  for (const { a, b, w } of edges.toSorted((x, y) => y.w - x.w || x.a - y.a || x.b - y.b)) {
    const [one, other] = [of.get(a) ?? [a], of.get(b) ?? [b]];
    if (one === other || one.length + other.length > mostInCluster) continue;
    for (const x of one) for (const y of other) chains.push({ a: Math.min(x, y), b: Math.max(x, y), w });
    const all = [...one, ...other];
    for (const record of all) of.set(record, all);
  }
  return { clusters: [...new Set(of.values())], chains };
}
