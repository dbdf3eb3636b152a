/** Chance from a seed, the same on every machine (mulberry32). */
export type Draw = {
  /** 0 up to 1. */
  share(): number;
  below(end: number): number;
  isOneIn(chance: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Early members often, late ones seldom, as names are. */
  pickCommon<T>(list: readonly T[]): T;
};

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number): number => Math.floor(share() * end);
  return {
    share,
    below,
    isOneIn: (chance) => share() < chance,
    pick: (list) => list[below(list.length)]!,
    pickCommon: (list) => list[Math.floor(list.length * share() ** 2.2)]!,
  };
}
