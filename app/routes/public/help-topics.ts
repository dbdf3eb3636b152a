/** The help pages there are, in the order they are offered. */
export const helpTopics = ["finding-help", "what-happens-next", "language", "safety"] as const;
