/** An extract for whose sake no measure is computed: a jump that nobody has explained, or one that is being taken back. */
export type HeldExtract = { number: number; why: "jump" | "withdrawn" };
